namespace Notable.Shared;

/// <summary>The processor's name and instruction sets, from Linux. .NET has no properties for the newest ones.</summary>
internal static class CpuFeatures
{
    private const string CpuInfo = "/proc/cpuinfo";
    private static readonly Lazy<Dictionary<string, string>> Facts = new(Read);

    /// <summary>The processor's name; null if unknown.</summary>
    public static string? Model => Facts.Value.GetValueOrDefault("model name");

    /// <summary>The instruction sets by the kernel's names (<c>avx2</c>, <c>avx512_bf16</c>); empty if unknown.</summary>
    public static IReadOnlySet<string> Flags { get; } =
        Facts.Value.GetValueOrDefault("flags", "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();

    /// <summary>Returns whether the processor has bfloat16 multiplication.</summary>
    public static bool HasBFloat16() => Flags.Contains("avx512_bf16") || Flags.Contains("amx_bf16");

    /// <summary>Reads the entry of the first processor; the others are the same.</summary>
    private static Dictionary<string, string> Read()
    {
        Dictionary<string, string> facts = [];
        if (!File.Exists(CpuInfo)) return facts;
        foreach (var line in File.ReadLines(CpuInfo).TakeWhile(line => line.Length > 0))
        {
            var at = line.IndexOf(':');
            if (at > 0) facts.TryAdd(line[..at].Trim(), line[(at + 1)..].Trim());
        }
        return facts;
    }
}
