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
    private long since = limits.TimeProvider.GetTimestamp();

    public void Connected() => Enter(Phase.Connected);

    public void Disconnected() => Enter(Phase.Disconnected);

    public void Seen() => Enter(null);

    public bool IsOver
    {
        get
        {
            lock (gate)
                return limits.TimeProvider.GetElapsedTime(since) > phase switch
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
