namespace Notable.Learning;

/// <summary>
/// The threads of the process that compute predictions: one per core, each processing one picture alone. Pictures share the cores, operations
/// do not, because more threads than cores would block each other. Decoding runs here too, so only as many pictures are in memory as there
/// are threads; large ones have a separate thread of low priority.
/// </summary>
internal static class InferencePool
{
    /// <summary>The maximum expected wait of a picture.</summary>
    private const double MostSeconds = 120;

    private static readonly WorkQueue queue = new(InferenceThreads.Count, MostSeconds);

    static InferencePool()
    {
        for (var i = 0; i < Size; i++)
            Start(isHeavy: false, "Notable inference");
        // One more thread, at low priority: a picture of a hundred megapixels must not delay others.
        Start(isHeavy: true, "Notable large pictures");

        void Start(bool isHeavy, string name) => new Thread(() => Loop(isHeavy))
        {
            IsBackground = true, Name = name, Priority = isHeavy ? ThreadPriority.BelowNormal : ThreadPriority.Normal,
        }.Start();
    }

    /// <summary>Number of pictures processed at the same time.</summary>
    public static int Size { get; } = InferenceThreads.Count;

    /// <summary>Number of waiting pictures.</summary>
    public static int Waiting => queue.Count;

    /// <summary>Expected time to process them, in seconds.</summary>
    public static double ExpectedSeconds => queue.ExpectedSeconds;

    /// <summary>Runs <paramref name="work"/> in its turn, unless it is canceled by then; an exception is passed on to the task.</summary>
    /// <param name="work">The work to run.</param>
    /// <param name="cancellation">Cancels waiting.</param>
    /// <param name="place">Receives the number of items before it now and then while it waits; not called if it starts at once.</param>
    /// <param name="isHeavy">Whether it takes much time and memory.</param>
    /// <exception cref="PredictionQueueFullException">Too much work is waiting.</exception>
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation = default, IProgress<int>? place = null, bool isHeavy = false) =>
        QueuedWork.RunAsync(queue, work, isHeavy, place, cancellation);

    /// <summary>Runs <paramref name="work"/> in its turn, and waits for it.</summary>
    /// <exception cref="PredictionQueueFullException">Too much work is waiting.</exception>
    public static T Run<T>(Func<T> work, bool isHeavy = false) => QueuedWork.Wait(queue, work, isHeavy);

    private static void Loop(bool isHeavy)
    {
        if (isHeavy)
            LowPriority.SetForThisThread();
        while (true)
            queue.RunNext(isHeavy);
    }
}
