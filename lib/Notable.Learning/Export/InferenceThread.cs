using System.Collections.Concurrent;

namespace Notable.Learning;

/// <summary>
/// The one thread of the process that loads and runs networks for predictors. libtorch gives every thread that calls it a
/// team of workers of its own, and teams that outnumber the cores put each other to sleep: measured on two cores, a second
/// team makes an answer half as slow again. Pictures worked on one after the other, each by all cores, are answered as fast
/// as any way, and take a fraction of the memory.
/// </summary>
internal static class InferenceThread
{
    private static readonly BlockingCollection<Action> Work = [];

    static InferenceThread() => new Thread(Loop) { IsBackground = true, Name = "Notable inference" }.Start();

    /// <summary>Runs <paramref name="work"/> when its turn comes, unless it is cancelled by then; its exception is the task's.</summary>
    public static Task<T> Run<T>(Func<T> work, CancellationToken cancellation = default)
    {
        // Who waits goes on elsewhere: this thread is for networks only.
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
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
        }, CancellationToken.None);
        return done.Task;
    }

    private static void Loop()
    {
        foreach (var work in Work.GetConsumingEnumerable())
            work();
    }
}
