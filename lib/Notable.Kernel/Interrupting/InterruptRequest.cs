using Notable.Display;

namespace Notable.Kernel.Interrupting;

/// <summary>
/// The state of a request to stop a running cell, which checkpoints, awaits and displays check. <see cref="InterruptibleThread"/> makes the
/// request and carries out its stages: cancel the token, interrupt the thread if it waits, abort the thread.
/// </summary>
internal sealed class InterruptRequest : IDisposable
{
    private static readonly AsyncLocal<InterruptRequest?> current = new();

    /// <summary>The number of cells being stopped. While it is 0, a checkpoint only reads this field.</summary>
    private static int pending;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abort = new();
    private readonly Lock gate = new();
    private bool isRequested;
    private bool isDisposed;

    /// <summary>The request to stop the cell that the running code belongs to, also in tasks and threads that the cell started.</summary>
    public static InterruptRequest? Current => current.Value;

    /// <summary>Whether any cell is being stopped.</summary>
    public static bool AnyPending => Volatile.Read(ref pending) != 0;

    /// <summary>Canceled when the cell should stop.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>Canceled when the cell has not stopped in time.</summary>
    public CancellationToken AbortToken => abort.Token;

    /// <summary>The work that the cell runs; null before it starts.</summary>
    public RunningWork? Work { get; private set; }

    /// <summary>Whether the cell should stop.</summary>
    public bool IsRequested => Volatile.Read(ref isRequested);

    /// <summary>Makes this the request that stops the running code and everything it starts.</summary>
    public void Use()
    {
        current.Value = this;
        Work = RunningCode.StopBy(Token);
    }

    /// <exception cref="CellInterruptedException">The cell that the running code belongs to should stop.</exception>
    public static void ThrowIfRequested()
    {
        if (AnyPending && Current is { IsRequested: true } running)
            throw new CellInterruptedException(running.Token);
    }

    /// <summary>First stage: cancels the token.</summary>
    public void Stop()
    {
        lock (gate)
        {
            if (isDisposed || isRequested)
                return;
            Interlocked.Increment(ref pending);
            Volatile.Write(ref isRequested, true);
        }
        stop.Cancel();
    }

    /// <summary>Last stage: aborts.</summary>
    public void Abort()
    {
        if (IsRequested)
            abort.Cancel();
    }

    /// <summary>
    /// Called when the cell has ended. Code that it left running is still told to stop if the cell was, without slowing down other cells.
    /// </summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (isDisposed)
                return;
            isDisposed = true;
            if (isRequested)
                Interlocked.Decrement(ref pending);
        }
    }
}
