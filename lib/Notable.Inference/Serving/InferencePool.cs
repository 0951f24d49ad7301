namespace Notable.Learning;

/// <summary>
/// The threads of the process that compute predictions: one per core, and each of them computes a picture alone. Pictures share the cores,
/// operations do not: teams of threads that outnumber the cores put each other to sleep. Decoding runs here too: no more pictures are in work
/// than there are threads, and large ones have a thread of low priority to themselves.
/// </summary>
internal static class InferencePool
{
    /// <summary>The longest that a picture may be expected to wait.</summary>
    private const double MostSeconds = 120;

    private static readonly WorkQueue queue = new(InferenceThreads.Count, MostSeconds);

    static InferencePool()
    {
        for (var i = 0; i < Size; i++)
            Start(isHeavy: false, "Notable inference");
        // One more, which gives way: a picture of a hundred megapixels keeps nobody from an answer.
        Start(isHeavy: true, "Notable large pictures");

        void Start(bool isHeavy, string name) => new Thread(() => Loop(isHeavy))
        {
            IsBackground = true, Name = name, Priority = isHeavy ? ThreadPriority.BelowNormal : ThreadPriority.Normal,
        }.Start();
    }

    /// <summary>How many pictures are in work at once.</summary>
    public static int Size { get; } = InferenceThreads.Count;

    /// <summary>How many pictures wait for their turn.</summary>
    public static int Waiting => queue.Count;

    /// <summary>How long those will take, in seconds.</summary>
    public static double ExpectedSeconds => queue.ExpectedSeconds;

    /// <summary>Runs <paramref name="work"/> when its turn comes, unless it is canceled by then; its exception is the task's.</summary>
    /// <param name="work">What to run.</param>
    /// <param name="cancellation">Cancels waiting.</param>
    /// <param name="place">Told now and then, while the work waits, how much is before it; not told if its turn comes at once.</param>
    /// <param name="isHeavy">Whether it takes long and much memory.</param>
    /// <exception cref="PredictionQueueFullException">Too much waits already.</exception>
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation = default, IProgress<int>? place = null, bool isHeavy = false) =>
        QueuedWork.RunAsync(queue, work, isHeavy, place, cancellation);

    /// <summary>Runs <paramref name="work"/> when its turn comes, and waits for it.</summary>
    /// <exception cref="PredictionQueueFullException">Too much waits already.</exception>
    public static T Run<T>(Func<T> work, bool isHeavy = false) => QueuedWork.Wait(queue, work, isHeavy);

    private static void Loop(bool isHeavy)
    {
        if (isHeavy)
            LowPriority.SetForThisThread();
        while (true)
            queue.RunNext(isHeavy);
    }
}
