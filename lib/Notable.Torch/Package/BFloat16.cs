using TorchSharp;

namespace Notable.Torch;

/// <summary>The 16-bit number with float32's range, for which the TorchSharp package has no mixed precision.</summary>
public static class BFloat16
{
    /// <summary>Always false.</summary>
    public static bool IsFastOn(DeviceType device) => false;
}
