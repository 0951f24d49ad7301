namespace Notable.Learning.Acceleration;

/// <summary>Work for other threads, on memory that is given back once it is done.</summary>
internal static class Threads
{
    /// <summary>
    /// Starts work on the thread pool, whose threads nobody interrupts. Waiting for the result never does the work itself, as waiting
    /// for a plain task may.
    /// </summary>
    public static async Task Start(Action work) => await Task.Run(work).ConfigureAwait(false);

    /// <summary>
    /// Work that waits for threads of its own, such as <see cref="Parallel"/>'s. Interrupted in that wait, it would return while they
    /// still write to memory that is then freed; so it is left to a thread of the pool, and an interrupted caller waits for its end.
    /// </summary>
    /// <exception cref="ThreadInterruptedException">The calling thread was interrupted.</exception>
    public static void Join(Action<CancellationToken> work, CancellationToken cancellation)
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
            Outlast(working);
            throw;
        }
    }

    /// <summary>Waits until a task has ended, well or not; an interrupt comes to the thread's next wait.</summary>
    public static void Outlast(Task task)
    {
        try
        {
            Task.WaitAny(task);
        }
        catch (ThreadInterruptedException)
        {
            Outlast(task);
            Thread.CurrentThread.Interrupt();
        }
    }
}
