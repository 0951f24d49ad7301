using System.Runtime.InteropServices;
using Notable.Torch.Interop;

namespace Notable.Torch;

/// <summary>
/// How many tensors this process holds. Native memory is invisible to the garbage collector, so a forgotten tensor shows
/// here first: a loop that disposes what it makes leaves <see cref="Live"/> where it was. Where tensors are forgotten all the
/// same, the collector is run when they may have grown by 512 MiB or by half, so that memory stays bounded.
/// </summary>
public static partial class TensorMemory
{
    // Below this size a tensor is not worth counting: its handle alone keeps the collector going.
    private const long Noticeable = 16 * 1024;
    private static long live, liveBytes, finalized;

    /// <summary>Tensor handles that are not disposed yet, on all threads (parameters and buffers of modules included).</summary>
    public static long Live => Interlocked.Read(ref live);

    /// <summary>
    /// Bytes of memory, of the host and of devices, that these handles owned when they were made; views of another tensor and
    /// tensors below 16 KiB count as 0.
    /// </summary>
    public static long LiveBytes => Interlocked.Read(ref liveBytes);

    /// <summary>Tensors that nobody disposed and the finalizer had to free, since the process started: leaks to mend.</summary>
    public static long Finalized => Interlocked.Read(ref finalized);

    /// <summary>
    /// Gives memory that freed tensors left with the C library back to the system, where it is glibc: worth it after a model was
    /// loaded or trained, not between steps, which would only ask for it again.
    /// </summary>
    public static void Trim()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = malloc_trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library (musl) has no such call, and keeps less.
        }
    }

    internal static void Added(long bytes)
    {
        Interlocked.Increment(ref live);
        if (bytes < Noticeable) return;
        if (Interlocked.Add(ref liveBytes, bytes) > ForgottenTensors.Limit) ForgottenTensors.Free();
    }

    internal static void Removed(long bytes, bool byFinalizer)
    {
        Interlocked.Decrement(ref live);
        if (byFinalizer) Interlocked.Increment(ref finalized);
        if (bytes >= Noticeable) Interlocked.Add(ref liveBytes, -bytes);
    }

    [LibraryImport("libc")]
    private static partial int malloc_trim(nint pad);
}
