using Notable.Torch.Interop;
using TorchSharp;

namespace Notable.Torch;

/// <summary>The 16-bit number with float32's range and 8 bits of precision.</summary>
public static class BFloat16
{
    /// <summary>
    /// Whether a kind of device has instructions for it, so that <see cref="Autocast"/> makes it faster: processors with AVX512_BF16 or
    /// AMX, NVIDIA GPUs from Ampere on.
    /// </summary>
    public static bool IsFastOn(DeviceType device) => device switch
    {
        DeviceType.CPU => Autocast.IsFastOnCpu,
        DeviceType.CUDA => Native.nt_cuda_has_bfloat16(),
        _ => false,
    };
}
