using System.Globalization;

namespace Notable.AppHost.Workers;

/// <summary>The reports of a worker to its supervisor, one per line.</summary>
internal static class WorkerReport
{
    private const string Alive = "alive ";

    /// <summary>Sent every two seconds: the worker is responsive, and its resident memory.</summary>
    public static string AliveWith(long bytes) => Alive + bytes.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns the memory in a report; null if it is another report.</summary>
    public static long? MemoryIn(string line) =>
        line.StartsWith(Alive, StringComparison.Ordinal) && long.TryParse(line.AsSpan(Alive.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : null;

    /// <summary>The notebook is compiled and tried.</summary>
    public const string Ready = "ready";

    /// <summary>Code in the worker hangs and cannot be stopped; another worker should take over.</summary>
    public const string Replace = "replace";

    /// <summary>The interval of <see cref="AliveWith"/>.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(2);
}

/// <summary>The orders of a supervisor to a worker, one per line.</summary>
internal static class WorkerOrder
{
    /// <summary>Start accepting connections.</summary>
    public const string Accept = "accept";

    /// <summary>
    /// Followed by a number: accept no more connections, forward new visitors to that worker, and end when the last own visitor leaves.
    /// </summary>
    public const string Drain = "drain";

    /// <summary>Notify every page and stop.</summary>
    public const string Stop = "stop";
}
