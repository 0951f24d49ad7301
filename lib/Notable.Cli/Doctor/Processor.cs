using System.Globalization;
using Notable.Learning.Acceleration;
using Notable.Shared;

namespace Notable.Cli.Doctor;

/// <summary>The cores, and the instruction sets that determine how fast a network runs on them.</summary>
internal static class Processor
{
    private const string Section = "processor";
    private static readonly string[] Watched = ["avx2", "avx512f", "avx512_bf16", "amx_bf16"];

    public static IEnumerable<Finding> Check()
    {
        yield return Cores(Environment.ProcessorCount, MachineCores());
        yield return Features(CpuFeatures.Flags);
    }

    internal static Finding Cores(int usable, int? machine) => new(Section, "cores", machine is { } all && all != usable
        ? string.Create(CultureInfo.InvariantCulture, $"{usable} of the machine's {all} (a container, affinity or DOTNET_PROCESSOR_COUNT limits them)")
        : string.Create(CultureInfo.InvariantCulture, $"{usable}"));

    internal static Finding Features(IReadOnlySet<string> flags) => flags.Count == 0
        ? new(Section, "instructions", "unknown on this system")
        : new(Section, "instructions", string.Join(", ", Watched.Select(f => flags.Contains(f) ? f : $"no {f}")),
            flags.Contains("avx2") ? Status.Ok : Status.Warn, flags.Contains("avx2") ? null : "libtorch is built for AVX2; without it, every operation is several times slower");

    private static int? MachineCores()
    {
        const string info = "/proc/cpuinfo";
        return File.Exists(info) ? File.ReadLines(info).Count(line => line.StartsWith("processor", StringComparison.Ordinal)) : null;
    }
}
