using Notable.Torch.Interop;
using TorchSharp;

namespace Notable.Torch;

/// <summary>
/// Mixed precision: convolutions and matrix products in a shorter type, chosen operation by operation by libtorch; parameters and
/// losses stay float32. On processors with bfloat16 instructions (AVX512_BF16, AMX) about twice as fast; without them slower.
/// </summary>
public sealed class Autocast : IDisposable
{
    private readonly ThreadRegion region;

    private Autocast(int device, torch.ScalarType type)
    {
        NativeError.Check(Native.nt_autocast_enter(device, (int)type, out var wasEnabled, out var oldType));
        region = new ThreadRegion(nameof(Autocast), () => NativeError.Check(Native.nt_autocast_leave(device, wasEnabled, oldType)));
    }

    /// <summary>Whether this processor has bfloat16 instructions, so that <see cref="BFloat16"/> makes it faster.</summary>
    public static bool IsFastOnCpu { get; } = CpuFeatures.HasBFloat16();

    /// <summary>
    /// Switches to bfloat16 on this thread until it is disposed. Run the forward pass and the loss inside, the backward pass
    /// after it. The mode belongs to the thread: do not await inside.
    /// </summary>
    /// <param name="device">The kind of device the operations run on.</param>
    /// <param name="enabled">False makes it do nothing, so that a caller needs no second path.</param>
    public static IDisposable BFloat16(DeviceType device = DeviceType.CPU, bool enabled = true) =>
        enabled ? new Autocast((int)device, torch.ScalarType.BFloat16) : NoChange.Instance;

    /// <inheritdoc/>
    public void Dispose() => region.Dispose();

    private sealed class NoChange : IDisposable
    {
        internal static NoChange Instance { get; } = new();

        public void Dispose() { }
    }
}
