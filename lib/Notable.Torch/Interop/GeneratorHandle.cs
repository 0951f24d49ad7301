using System.Runtime.InteropServices;

namespace Notable.Torch.Interop;

/// <summary>Owns one native random number generator.</summary>
internal sealed class GeneratorHandle : SafeHandle
{
    public GeneratorHandle() : base(0, ownsHandle: true) { }

    /// <summary>Stands for libtorch's own generator of the device at hand.</summary>
    internal static GeneratorHandle Default { get; } = new();

    public override bool IsInvalid => handle == 0;

    internal GeneratorHandle Checked() => IsInvalid ? throw NativeError.Last() : this;

    protected override bool ReleaseHandle()
    {
        Native.nt_generator_free(handle);
        return true;
    }
}
