using System.Threading.Channels;

namespace Notable.Learning;

/// <summary>
/// The threads of the process that compute predictions: one per core, and each of them computes a picture alone. Pictures share the cores,
/// operations do not: teams of threads that outnumber the cores put each other to sleep. Decoding runs here too, so that no more pictures
/// are in work than there are threads. First come, first served; a caller that finds the queue full is refused at once, because everybody
/// behind it would only wait longer.
/// </summary>
internal static class InferencePool
{
    /// <summary>The most pictures that wait: some seconds' work.</summary>
    private const int MostWaiting = 1024;

    private static readonly TimeSpan Report = TimeSpan.FromSeconds(0.5);
    private static readonly Channel<Action> Work = Channel.CreateUnbounded<Action>();
    private static long asked, begun;

    static InferencePool()
    {
        for (var i = 0; i < Size; i++)
            new Thread(Loop) { IsBackground = true, Name = "Notable inference" }.Start();
    }

    /// <summary>How many pictures are in work at once.</summary>
    public static int Size { get; } = InferenceThreads.Count;

    /// <summary>How many pictures wait for their turn.</summary>
    public static int Waiting => (int)Math.Max(0, Interlocked.Read(ref asked) - Interlocked.Read(ref begun));

    /// <summary>Runs <paramref name="work"/> when its turn comes, unless it is cancelled by then; its exception is the task's.</summary>
    /// <param name="work">What to run.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <param name="place">Told now and then, while the work waits, how much is before it; not told where its turn comes at once.</param>
    /// <exception cref="PredictionQueueFullException">Too much waits already.</exception>
    public static Task<T> Run<T>(Func<T> work, CancellationToken cancellation = default, IProgress<int>? place = null)
    {
        if (Waiting >= MostWaiting)
            throw new PredictionQueueFullException(MostWaiting);
        // Who waits goes on elsewhere: these threads are for pictures only.
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var ticket = Interlocked.Increment(ref asked);
        Work.Writer.TryWrite(() =>
        {
            Interlocked.Increment(ref begun);
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
        return place is null ? done.Task : TellingPlace(done.Task, ticket, place);
    }

    private static async Task<T> TellingPlace<T>(Task<T> done, long ticket, IProgress<int> place)
    {
        while (await Task.WhenAny(done, Task.Delay(Report)).ConfigureAwait(false) != done)
            if (ticket - Interlocked.Read(ref begun) is > 0 and var before)
                place.Report((int)before);
        return await done.ConfigureAwait(false);
    }

    private static void Loop()
    {
        while (Work.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            while (Work.Reader.TryRead(out var work))
                work();
    }
}
