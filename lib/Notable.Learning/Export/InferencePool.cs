using Notable.Torch;

namespace Notable.Learning;

/// <summary>
/// The threads of the process that work for predictors: as many as libtorch may use, and each of them does its operations alone.
/// libtorch gives every thread that calls it a team of helpers, and teams that outnumber the cores put each other to sleep; so
/// pictures share the cores, and operations do not. Decoding runs here too: no more pictures are in work than there are threads,
/// and large ones have a thread of low priority to themselves.
/// </summary>
internal static class InferencePool
{
    /// <summary>The longest that a picture may be expected to wait.</summary>
    private const double MostSeconds = 120;

    private static readonly WorkQueue queue = new(Runtime.Threads, MostSeconds);

    static InferencePool()
    {
        for (var i = 0; i < Size; i++)
            new Thread(() => Loop(isHeavy: false)) { IsBackground = true, Name = "Notable inference" }.Start();
        // One more, which gives way: a picture of a hundred megapixels keeps nobody from an answer.
        new Thread(() => Loop(isHeavy: true)) { IsBackground = true, Name = "Notable large pictures", Priority = ThreadPriority.BelowNormal }.Start();
    }

    /// <summary>How many pictures are in work at once.</summary>
    public static int Size { get; } = Runtime.Threads;

    /// <summary>How many pictures wait for their turn.</summary>
    public static int Waiting => queue.Count;

    /// <summary>How long those will take, in seconds.</summary>
    public static double ExpectedSeconds => queue.ExpectedSeconds;

    /// <summary>Runs <paramref name="work"/> when its turn comes, unless it is cancelled by then; its exception is the task's.</summary>
    /// <param name="work">What to run.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <param name="place">Told now and then, while the work waits, how much is before it; not told if its turn comes at once.</param>
    /// <param name="isHeavy">Whether it takes long and much memory.</param>
    /// <exception cref="PredictionQueueFullException">Too much waits already.</exception>
    public static Task<T> Run<T>(Func<T> work, CancellationToken cancellation = default, IProgress<int>? place = null, bool isHeavy = false) =>
        QueuedWork.RunAsync(queue, work, isHeavy, place, cancellation);

    private static void Loop(bool isHeavy)
    {
        CallingThread.SetThreads(1);
        if (isHeavy)
            LowPriority.SetForThisThread();
        while (true)
            queue.RunNext(isHeavy);
    }
}
