using System.Runtime.InteropServices;

namespace Notable.Torch.Interop;

/// <summary>Owns the packed weights of one convolution.</summary>
internal sealed class PrepackedHandle : SafeHandle
{
    public PrepackedHandle() : base(0, ownsHandle: true) { }

    public override bool IsInvalid => handle == 0;

    internal PrepackedHandle Checked() => IsInvalid ? throw NativeError.Last() : this;

    protected override bool ReleaseHandle()
    {
        Native.nt_prepacked_free(handle);
        return true;
    }
}
