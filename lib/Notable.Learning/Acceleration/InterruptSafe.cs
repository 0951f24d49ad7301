namespace Notable.Learning.Acceleration;

/// <summary>Runs work on other threads so that memory it uses is not freed before it is done.</summary>
internal static class InterruptSafe
{
    /// <summary>
    /// Starts work on the thread pool, whose threads are never interrupted. Waiting for the result never runs the work inline on the waiting
    /// thread, as waiting for a plain task may.
    /// </summary>
    public static async Task Start(Action work) => await Task.Run(work).ConfigureAwait(false);

    /// <summary>
    /// Runs work that waits for other threads, such as <see cref="Parallel"/>'s. If interrupted, the work itself would return while they still
    /// write to memory that is then freed; so it runs on a pool thread, and an interrupted caller waits until it has ended.
    /// </summary>
    /// <exception cref="ThreadInterruptedException">The calling thread was interrupted.</exception>
    public static void Run(Action<CancellationToken> work, CancellationToken cancellation)
    {
        if (Thread.CurrentThread.IsThreadPoolThread)
        {
            work(cancellation);
            return;
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var working = Start(() => work(stop.Token));
        try
        {
            working.GetAwaiter().GetResult();
        }
        catch (ThreadInterruptedException)
        {
            stop.Cancel();
            WaitFor(working);
            throw;
        }
    }

    /// <summary>Waits until a task has ended or failed; an interrupt is deferred to the thread's next wait.</summary>
    public static void WaitFor(Task task)
    {
        try
        {
            Task.WaitAny(task);
        }
        catch (ThreadInterruptedException)
        {
            WaitFor(task);
            Thread.CurrentThread.Interrupt();
        }
    }
}
