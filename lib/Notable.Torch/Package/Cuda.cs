using TorchSharp;

namespace Notable.Torch;

/// <summary>What <c>torch.cuda</c> of the TorchSharp package lacks. Settings are kept and change nothing; memory is always zero.</summary>
public static class Cuda
{
    /// <summary>Kept, without effect.</summary>
    public static bool Benchmark { get; set; }

    /// <summary>Kept, without effect.</summary>
    public static bool Deterministic { get; set; }

    /// <summary>Does nothing.</summary>
    public static void EmptyCache() { }

    /// <summary>Always zero.</summary>
    public static CudaMemory Memory(torch.Device? device = null) => default;

    /// <summary>Does nothing.</summary>
    public static void ResetPeak(torch.Device? device = null) { }
}
