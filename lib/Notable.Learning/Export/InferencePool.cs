using System.Threading.Channels;
using Notable.Torch;

namespace Notable.Learning;

/// <summary>
/// The threads of the process that work for predictors: as many as libtorch may use, and each of them does its operations alone.
/// libtorch gives every thread that calls it a team of helpers, and teams that outnumber the cores put each other to sleep; so
/// pictures share the cores, and operations do not. Decoding runs here too: no more pictures are in work than there are threads.
/// </summary>
internal static class InferencePool
{
    private static readonly Channel<Action> Work = Channel.CreateUnbounded<Action>();

    static InferencePool()
    {
        for (var i = 0; i < Size; i++)
            new Thread(Loop) { IsBackground = true, Name = "Notable inference" }.Start();
    }

    /// <summary>How many pictures are in work at once.</summary>
    public static int Size { get; } = Runtime.Threads;

    /// <summary>Runs <paramref name="work"/> when its turn comes, unless it is cancelled by then; its exception is the task's.</summary>
    public static Task<T> Run<T>(Func<T> work, CancellationToken cancellation = default)
    {
        // Who waits goes on elsewhere: these threads are for pictures only.
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Writer.TryWrite(() =>
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                done.SetResult(work());
            }
            catch (OperationCanceledException e)
            {
                done.SetCanceled(e.CancellationToken);
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    private static void Loop()
    {
        CallingThread.SetThreads(1);
        while (Work.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            while (Work.Reader.TryRead(out var work))
                work();
    }
}
