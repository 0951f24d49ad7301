using Notable.Torch.Interop;

namespace Notable.Torch;

/// <summary>Settings of the thread that makes the call, and of no other.</summary>
public static class CallingThread
{
    /// <summary>
    /// How many threads share the work of one operation that this thread asks for. Several workers with one thread each do more
    /// together than one after the other with all cores, and no worker's team waits for another's.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public static void SetThreads(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        NativeError.Check(Native.nt_set_threads_here(threads));
    }
}
