using TorchSharp;

namespace Notable.Torch;

/// <summary>Mixed precision, which the TorchSharp package does not have: everything here does nothing.</summary>
public sealed class Autocast : IDisposable
{
    private Autocast() { }

    /// <summary>False: bfloat16 cannot be switched on.</summary>
    public static bool IsFastOnCpu => false;

    /// <summary>Changes nothing.</summary>
    public static IDisposable BFloat16(DeviceType device = DeviceType.CPU, bool enabled = true) => new Autocast();

    /// <inheritdoc/>
    public void Dispose() { }
}
