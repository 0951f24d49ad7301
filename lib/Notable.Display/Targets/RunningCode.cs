namespace Notable.Display;

/// <summary>
/// Whether the running code is to stop: a cell that its user has interrupted, say. Whatever reports its progress stops by
/// itself; other long work may ask here.
/// </summary>
public static class RunningCode
{
    private static readonly AsyncLocal<RunningWork?> current = new();

    /// <summary>Cancelled when the running code, or what started it, is to stop; never where nobody can stop it.</summary>
    public static CancellationToken Stop => current.Value?.Stop ?? CancellationToken.None;

    /// <summary>Has this flow of execution, and all that it starts, be stopped by a token.</summary>
    /// <returns>What is known of the code that runs.</returns>
    public static RunningWork StopBy(CancellationToken token) => current.Value = new RunningWork(token);

    /// <summary>
    /// Until it is disposed, the running code asks <see cref="Stop"/> between its steps: whoever stops it should wait for the step
    /// under way instead of breaking it off. A <see cref="ProgressBar"/> or <see cref="ProgressTable"/> says so by itself.
    /// </summary>
    public static IDisposable AsksBetweenSteps() => new Asking(current.Value);

    private sealed class Asking : IDisposable
    {
        private RunningWork? work;

        public Asking(RunningWork? work)
        {
            this.work = work;
            work?.Enter();
        }

        public void Dispose() => Interlocked.Exchange(ref work, null)?.Leave();
    }
}

/// <summary>Code that can be stopped, as the one who may stop it sees it.</summary>
public sealed class RunningWork
{
    private int asking;

    internal RunningWork(CancellationToken stop) => Stop = stop;

    /// <summary>Cancelled when it is to stop.</summary>
    public CancellationToken Stop { get; }

    /// <summary>Whether it asks between its steps if it is to stop, and so deserves the time of a step.</summary>
    public bool AsksBetweenSteps => Volatile.Read(ref asking) > 0;

    internal void Enter() => Interlocked.Increment(ref asking);

    internal void Leave() => Interlocked.Decrement(ref asking);
}
