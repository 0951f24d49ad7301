namespace Notable.AppHost.Sessions;

/// <summary>When a visitor was last there, and whether that is too long ago.</summary>
internal sealed class SessionActivity(SessionLimits limits)
{
    private enum Phase
    {
        Sent,
        Connected,
        Disconnected,
    }

    private readonly Lock gate = new();
    private Phase phase = Phase.Sent;
    private bool isRunning;
    private long since = limits.TimeProvider.GetTimestamp();

    public void Connected() => Enter(Phase.Connected);

    public void Disconnected() => Enter(Phase.Disconnected);

    public void Seen() => Enter(null);

    /// <summary>Tells that cells begin to run, or have ended: the visitor waits for them.</summary>
    public void Running(bool isRunning)
    {
        lock (gate)
            (this.isRunning, since) = (isRunning, limits.TimeProvider.GetTimestamp());
    }

    /// <summary>Tells that the visitor has used a widget.</summary>
    public void Used() => IsUsed = true;

    public bool IsUsed { get; private set; }

    /// <summary>
    /// How readily the session gives way where all places are taken: those whose page never connected first, then those
    /// that were never used; the longest silence first among equals.
    /// </summary>
    public (int Kind, long Since) Claim
    {
        get
        {
            lock (gate)
                return (phase == Phase.Sent ? 0 : IsUsed ? 2 : 1, since);
        }
    }

    /// <summary>Whether the page has never connected.</summary>
    public bool IsUnconnected => Claim.Kind == 0;

    public bool IsOver
    {
        get
        {
            lock (gate)
                return !isRunning && limits.TimeProvider.GetElapsedTime(since) > phase switch
                {
                    Phase.Sent => limits.ConnectTimeout,
                    Phase.Disconnected => limits.ResumeWindow,
                    _ => limits.IdleTimeout,
                };
        }
    }

    private void Enter(Phase? next)
    {
        lock (gate)
        {
            phase = next ?? phase;
            since = limits.TimeProvider.GetTimestamp();
        }
    }
}
