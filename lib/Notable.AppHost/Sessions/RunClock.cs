namespace Notable.AppHost.Sessions;

/// <summary>
/// Measures the time that a cell or handler uses. It pauses while work waits in a library's queue. The library's own work counts,
/// but is measured separately: it cannot be stopped and ends by itself.
/// </summary>
internal sealed class RunClock(string owner, CancellationToken ended, TimeProvider time) : IDisposable
{
    private static readonly AsyncLocal<RunClock?> current = new();
    private CancellationTokenSource? cancellation = CancellationTokenSource.CreateLinkedTokenSource(ended);
    private readonly Lock gate = new();
    private TimeSpan used, own;
    private long since;
    private int waiting, working;
    private bool isStarted;

    /// <summary>The clock of the running code.</summary>
    public static RunClock? Current => current.Value;

    /// <summary>The owner of the work.</summary>
    public string Owner => owner;

    /// <summary>Canceled when the visit ends or the code exceeds its time.</summary>
    public CancellationToken Canceled
    {
        get
        {
            lock (gate)
                return cancellation?.Token ?? ended;
        }
    }

    /// <summary>The time used, without waiting.</summary>
    public TimeSpan Used => Read().Used;

    /// <summary>The time used by code of the notebook itself.</summary>
    public TimeSpan Own => Read().Own;

    /// <summary>Starts the clock, on the thread that does the work.</summary>
    public void Start()
    {
        current.Value = this;
        lock (gate)
            (since, isStarted) = (time.GetTimestamp(), true);
    }

    /// <summary>Cancels queued work in libraries.</summary>
    public void Cancel()
    {
        CancellationTokenSource? source;
        lock (gate)
            source = cancellation;
        try
        {
            source?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The run has just ended.
        }
    }

    public void WaitingBegins() => Change(1, 0);

    public void WaitingEnds() => Change(-1, 0);

    public void WorkBegins() => Change(-1, 1);

    public void WorkEnds() => Change(0, -1);

    /// <summary>Ends the run. What the notebook still does then belongs to the visit.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            cancellation?.Dispose();
            cancellation = null;
        }
    }

    private (TimeSpan Used, TimeSpan Own) Read()
    {
        lock (gate)
        {
            Advance();
            return (used, own);
        }
    }

    private void Change(int waits, int works)
    {
        lock (gate)
        {
            Advance();
            waiting += waits;
            working += works;
        }
    }

    private void Advance()
    {
        if (!isStarted)
            return;
        var now = time.GetTimestamp();
        var passed = time.GetElapsedTime(since, now);
        since = now;
        if (waiting == 0)
            used += passed;
        if (waiting + working == 0)
            own += passed;
    }
}
