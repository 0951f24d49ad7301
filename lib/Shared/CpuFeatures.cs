namespace Notable.Shared;

/// <summary>What the processor says of itself. .NET has no property for the newest instructions; the kernel's list has.</summary>
internal static class CpuFeatures
{
    private const string CpuInfo = "/proc/cpuinfo";
    private static readonly Lazy<Dictionary<string, string>> Facts = new(Read);

    /// <summary>The processor's name, or null where the system does not tell.</summary>
    public static string? Model => Facts.Value.GetValueOrDefault("model name");

    /// <summary>The instruction sets by the kernel's names (<c>avx2</c>, <c>avx512_bf16</c>); empty where the system does not tell.</summary>
    public static IReadOnlySet<string> Flags { get; } =
        Facts.Value.GetValueOrDefault("flags", "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();

    /// <summary>Whether it multiplies bfloat16 itself.</summary>
    public static bool HasBFloat16() => Flags.Contains("avx512_bf16") || Flags.Contains("amx_bf16");

    /// <summary>The lines about the first processor; the others are like it.</summary>
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
