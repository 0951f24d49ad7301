using Notable.Torch.Interop;

namespace TorchSharp;

/// <summary>Devices as libtorch's numbers, checked before a native call.</summary>
internal static class Placement
{
    /// <exception cref="InvalidOperationException">A GPU that libtorch does not see.</exception>
    internal static (int Type, int Index) Of(torch.Device? device)
    {
        if (device is null || device.type == DeviceType.CPU) return ((int)DeviceType.CPU, -1);
        var present = Native.nt_cuda_device_count();
        if (device.index >= present || present == 0)
            throw new InvalidOperationException(
                $"{device} was asked for; libtorch {Notable.Torch.Runtime.LibtorchVersion} sees {(present == 0 ? "no GPU" : $"{present} GPU(s)")}. "
                + "Use torch.CPU, ask torch.cuda.is_available() first, or build against a libtorch with CUDA (LIBTORCH=DIR) on a machine with an NVIDIA driver.");
        return ((int)device.type, device.index);
    }
}
