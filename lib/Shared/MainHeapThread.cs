using System.Runtime.InteropServices;

namespace Notable.Shared;

/// <summary>
/// Starts threads for long computations that use glibc's main heap. The heaps of other threads are limited to 64 MB: a larger block, such as
/// the first feature maps of a batch, is mapped again each time, which took 0.3 s per epoch of a training (measured).
/// </summary>
internal static partial class MainHeapThread
{
    // From malloc.h. Beyond this number of heaps, a new thread shares an existing one, the main heap first.
    private const int ArenaMax = -8;
    private const int MostHeaps = 64;

    /// <summary>Starts a background thread. Without glibc, or if the main heap is not available, it is an ordinary one.</summary>
    /// <param name="work">The work to run.</param>
    /// <param name="name">Its name.</param>
    /// <param name="stackBytes">The stack size in bytes; 0 for the system's default.</param>
    public static Thread Start(Action work, string name, int stackBytes = 0)
    {
        var isPlain = !HasMainHeap();
        // A thread keeps its heap until it ends, so threads with other heaps wait until one has the main heap.
        using var found = new ManualResetEventSlim(isPlain);
        List<Thread> waiting = [];
        try
        {
            for (var left = isPlain ? 1 : MostHeaps; ; left--)
            {
                var takes = new TaskCompletionSource<bool>();
                var isLast = left == 1;
                var thread = new Thread(() =>
                {
                    var takesIt = isLast || IsInMainHeap();
                    takes.SetResult(takesIt);
                    if (takesIt)
                        work();
                    else
                        found.Wait();
                }, stackBytes)
                { IsBackground = true, Name = name };
                thread.UnsafeStart();
                if (takes.Task.GetAwaiter().GetResult())
                    return thread;
                waiting.Add(thread);
            }
        }
        finally
        {
            found.Set();
            foreach (var thread in waiting)
                thread.Join();
        }
    }

    /// <summary>Runs work on such a thread, in the caller's execution context.</summary>
    public static Task<T> Run<T>(Func<T> work, string name)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = ExecutionContext.Capture()!;
        Start(() => ExecutionContext.Run(context, _ =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception thrown)
            {
                done.SetException(thrown);
            }
        }, null), name);
        return done.Task;
    }

    private static bool HasMainHeap()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            return mallopt(ArenaMax, 1) != 0;
        }
        catch (EntryPointNotFoundException)
        {
            // musl does not have this function.
            return false;
        }
    }

    // The main heap is at the end of the data segment; the others are mapped above it.
    private static unsafe bool IsInMainHeap()
    {
        var block = NativeMemory.Alloc(64);
        var isBelow = block < (void*)sbrk(0);
        NativeMemory.Free(block);
        return isBelow;
    }

    [LibraryImport("libc")]
    private static partial int mallopt(int parameter, int value);

    [LibraryImport("libc")]
    private static partial nint sbrk(nint increment);
}
