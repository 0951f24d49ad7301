namespace Notable.AppHost.Workers;

/// <summary>The words between a worker and its supervisor, a line each.</summary>
internal static class WorkerReport
{
    /// <summary>Every two seconds: the worker's threads still move.</summary>
    public const string Alive = "alive";

    /// <summary>The notebook is compiled and tried.</summary>
    public const string Ready = "ready";

    /// <summary>Something in the worker hangs that cannot be stopped: another should take over.</summary>
    public const string Replace = "replace";

    /// <summary>How often <see cref="Alive"/> comes.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(2);
}

/// <summary>The words from a supervisor to a worker.</summary>
internal static class WorkerOrder
{
    /// <summary>Begin to take connections.</summary>
    public const string Accept = "accept";

    /// <summary>Followed by a number: take no more connections, pass new visitors on to that worker, end with the last of your own.</summary>
    public const string Drain = "drain";

    /// <summary>Take leave of every page and end.</summary>
    public const string Stop = "stop";
}
