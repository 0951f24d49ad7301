using Notable.Torch.Interop;

namespace Notable.Torch;

/// <summary>
/// While one is open, host memory that tensors let go is kept for the next tensors of its size. Worth it where the same work is
/// done over and over, as in training: libtorch otherwise gives the memory of each large tensor back to the system, and the next
/// one gets it page by page, each cleared by the kernel. Counts for all threads; what is kept goes back when the last is disposed.
/// </summary>
public sealed class KeptMemory : IDisposable
{
    private bool open = true;

    /// <summary>Keeps memory until it is disposed.</summary>
    public KeptMemory() => NativeError.Check(Native.nt_keep_memory(true));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!open) return;
        open = false;
        NativeError.Check(Native.nt_keep_memory(false));
    }
}
