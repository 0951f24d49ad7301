using System.Globalization;

namespace Notable.AppHost.Workers;

/// <summary>The words between a worker and its supervisor, a line each.</summary>
internal static class WorkerReport
{
    private const string Alive = "alive ";

    /// <summary>Every two seconds: the worker's threads still move, and it has this much memory in RAM.</summary>
    public static string AliveWith(long bytes) => Alive + bytes.ToString(CultureInfo.InvariantCulture);

    /// <summary>The memory that a report tells of; null if it is another report.</summary>
    public static long? MemoryIn(string line) =>
        line.StartsWith(Alive, StringComparison.Ordinal) && long.TryParse(line.AsSpan(Alive.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : null;

    /// <summary>The notebook is compiled and tried.</summary>
    public const string Ready = "ready";

    /// <summary>Something in the worker hangs that cannot be stopped: another should take over.</summary>
    public const string Replace = "replace";

    /// <summary>How often <see cref="AliveWith"/> comes.</summary>
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
