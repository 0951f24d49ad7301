namespace Notable.Torch;

/// <summary>What the processor says of itself.</summary>
internal static class CpuFeatures
{
    private const string CpuInfo = "/proc/cpuinfo";

    /// <summary>.NET has no property for these instructions; the kernel's list has.</summary>
    internal static bool HasBFloat16() => File.Exists(CpuInfo) && File.ReadLines(CpuInfo)
        .FirstOrDefault(line => line.StartsWith("flags", StringComparison.Ordinal))?
        .Split(' ').Any(flag => flag is "avx512_bf16" or "amx_bf16") == true;
}
