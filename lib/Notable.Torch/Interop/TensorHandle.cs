using System.Runtime.InteropServices;

namespace Notable.Torch.Interop;

/// <summary>Owns one native tensor handle. Calls in flight keep it alive; a second Dispose does nothing.</summary>
internal sealed class TensorHandle : SafeHandle
{
    private long bytes;
    private bool byFinalizer;

    public TensorHandle() : base(0, ownsHandle: true) { }

    /// <summary>Stands for "no tensor" where an operation takes an optional one.</summary>
    internal static TensorHandle None { get; } = new();

    public override bool IsInvalid => handle == 0;

    /// <summary>This handle, counted as live; or the error of the call that yielded nothing.</summary>
    internal TensorHandle Checked()
    {
        if (IsInvalid)
        {
            SetHandleAsInvalid();
            throw NativeError.Last();
        }
        bytes = Native.nt_owned_bytes(handle);
        TensorMemory.Added(bytes);
        return this;
    }

    protected override void Dispose(bool disposing)
    {
        byFinalizer = !disposing;
        base.Dispose(disposing);
    }

    protected override bool ReleaseHandle()
    {
        Native.nt_free(handle);
        TensorMemory.Removed(bytes, byFinalizer);
        return true;
    }
}
