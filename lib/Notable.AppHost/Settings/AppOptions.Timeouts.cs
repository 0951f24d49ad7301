namespace Notable.AppHost;

/// <content>How long an app waits for code and visitors.</content>
public sealed partial record AppOptions
{
    /// <summary>
    /// Time limit for each cell and each handler; 30 seconds by default. Waiting in a queue (such as a model's) does
    /// not count. A loop in a cell is stopped; if code cannot be stopped, the visit ends.
    /// </summary>
    public TimeSpan HandlerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time within which a new page must connect before its session is closed; 30 seconds by default.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time within which a visitor can reconnect to the same session after a lost connection; 2 minutes by default.</summary>
    public TimeSpan ResumeWindow { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Time of inactivity after which a session is closed; 1 hour by default.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Time after which a client is disconnected that sends or reads next to nothing.</summary>
    internal TimeSpan SlowClientTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
