namespace Notable.Display;

/// <summary>
/// Whether the running code should stop, for example because its user interrupted the cell. Progress bars check this themselves;
/// other long work can check it here.
/// </summary>
public static class RunningCode
{
    private static readonly AsyncLocal<RunningWork?> current = new();

    /// <summary>Canceled when the running code, or the code that started it, is asked to stop. Never canceled if nothing can stop it.</summary>
    public static CancellationToken Stop => current.Value?.Stop ?? CancellationToken.None;

    /// <summary>Sets the token that stops this execution context and everything it starts.</summary>
    /// <returns>The state of the running code.</returns>
    public static RunningWork StopBy(CancellationToken token) => current.Value = new RunningWork(token);

    /// <summary>
    /// Declares, until the result is disposed, that the running code checks <see cref="Stop"/> between its steps, so that a caller that
    /// stops it should wait for the current step. <see cref="ProgressBar"/> and <see cref="ProgressTable"/> do this themselves.
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

/// <summary>Running code, from the point of view of whoever can stop it.</summary>
public sealed class RunningWork
{
    private int asking;

    internal RunningWork(CancellationToken stop) => Stop = stop;

    /// <summary>Canceled when the code is asked to stop.</summary>
    public CancellationToken Stop { get; }

    /// <summary>Whether the code checks between its steps whether to stop, so that a caller should wait for the current step.</summary>
    public bool AsksBetweenSteps => Volatile.Read(ref asking) > 0;

    internal void Enter() => Interlocked.Increment(ref asking);

    internal void Leave() => Interlocked.Decrement(ref asking);
}
