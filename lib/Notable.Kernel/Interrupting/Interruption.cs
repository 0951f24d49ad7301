using Notable.Display;

namespace Notable.Kernel.Interrupting;

/// <summary>
/// The wish to stop one running cell, told in tiers that each reach more: the token first (checkpoints, awaits, displays),
/// then the cell's thread is woken from whatever it waits for, and last it is aborted.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly AsyncLocal<Interruption?> current = new();

    /// <summary>How many cells are being stopped: while there are none, a checkpoint costs one look at this.</summary>
    private static int pending;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abort = new();
    private readonly Lock gate = new();
    private bool isRequested;
    private bool isDisposed;

    /// <summary>Of the cell that the running code belongs to, also in tasks and threads that the cell started.</summary>
    public static Interruption? Current => current.Value;

    /// <summary>Whether any cell is being stopped.</summary>
    public static bool AnyPending => Volatile.Read(ref pending) != 0;

    /// <summary>Cancelled when the cell is to stop.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>Cancelled when the cell has not stopped in time.</summary>
    public CancellationToken AbortToken => abort.Token;

    /// <summary>What the cell runs; null before it starts.</summary>
    public RunningWork? Work { get; private set; }

    /// <summary>Whether the cell is to stop.</summary>
    public bool IsRequested => Volatile.Read(ref isRequested);

    /// <summary>Makes this the interruption of the running code and of all it starts.</summary>
    public void Use()
    {
        current.Value = this;
        Work = RunningCode.StopBy(Token);
    }

    /// <exception cref="CellInterruptedException">The cell that the running code belongs to is to stop.</exception>
    public static void ThrowIfRequested()
    {
        if (AnyPending && Current is { IsRequested: true } running)
            throw new CellInterruptedException(running.Token);
    }

    /// <summary>First tier.</summary>
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

    /// <summary>Last tier.</summary>
    public void Abort()
    {
        if (IsRequested)
            abort.Cancel();
    }

    /// <summary>
    /// The cell has ended. What it has left running is still told to stop, if the cell itself was, but costs no other cell.
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
