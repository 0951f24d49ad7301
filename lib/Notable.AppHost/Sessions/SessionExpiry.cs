namespace Notable.AppHost.Sessions;

/// <summary>
/// Tracks when a visitor was last active, and whether that is too long ago: longer than <see cref="AppOptions.ResumeWindow"/> for a visitor
/// who lost the connection, <see cref="AppOptions.IdleTimeout"/> for one who does nothing.
/// </summary>
internal sealed class SessionExpiry(SessionLimits limits)
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

    /// <summary>Records that cells start or have ended. Meanwhile the visitor is waiting, not idle.</summary>
    public void Running(bool isRunning)
    {
        lock (gate)
            (this.isRunning, since) = (isRunning, limits.TimeProvider.GetTimestamp());
    }

    /// <summary>Records that the visitor has used a widget.</summary>
    public void Used() => IsUsed = true;

    public bool IsUsed { get; private set; }

    /// <summary>
    /// The order in which sessions are closed if all places are taken: first those whose page never connected, then those
    /// that were never used; among equals, the one inactive longest.
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
