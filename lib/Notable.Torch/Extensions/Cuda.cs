using Notable.Torch.Interop;
using TorchSharp;

namespace Notable.Torch;

/// <summary>What <c>torch.cuda</c> of the TorchSharp package lacks. All of it may be called without a GPU: memory is zero then.</summary>
public static class Cuda
{
    /// <summary>
    /// Whether cuDNN tries its ways to convolve for each new shape and keeps the fastest: slower first batches, faster later
    /// ones of the same shape. Off by default.
    /// </summary>
    public static bool Benchmark
    {
        get => Native.nt_cudnn_benchmark();
        set => NativeError.Check(Native.nt_set_cudnn_benchmark(value));
    }

    /// <summary>Whether only operations that give the same bits each time are used where there are such. Off by default: slower.</summary>
    public static bool Deterministic
    {
        get => Native.nt_deterministic();
        set => NativeError.Check(Native.nt_set_deterministic(value));
    }

    /// <summary>Gives the memory libtorch keeps for later tensors back to the driver, for other programs.</summary>
    public static void EmptyCache() => NativeError.Check(Native.nt_cuda_empty_cache());

    /// <summary>The memory of a GPU (the first by default) as libtorch's allocator sees it.</summary>
    /// <exception cref="TorchException">The native half was compiled without CUDA's headers (cuda_runtime_api.h).</exception>
    /// <exception cref="ArgumentException">The device is the host.</exception>
    public static CudaMemory Memory(torch.Device? device = null)
    {
        NativeError.Check(Native.nt_cuda_memory(IndexOf(device), out var allocated, out var peak, out var reserved));
        return new CudaMemory(allocated, peak, reserved);
    }

    /// <summary>Lets <see cref="CudaMemory.PeakBytes"/> start again from what is allocated now.</summary>
    public static void ResetPeak(torch.Device? device = null) => NativeError.Check(Native.nt_cuda_reset_peak(IndexOf(device)));

    private static int IndexOf(torch.Device? device) => device is null or { type: DeviceType.CUDA }
        ? device?.index ?? -1
        : throw new ArgumentException($"{device} is no GPU; expected cuda or cuda:NUMBER.", nameof(device));
}
