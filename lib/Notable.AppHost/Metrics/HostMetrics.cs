using System.Diagnostics.Metrics;

namespace Notable.AppHost.Metrics;

/// <summary>The counters and timers of the host.</summary>
internal static class HostMetrics
{
    private static readonly Meter meter = new("Notable.AppHost");

    private static readonly Dictionary<RefusalReason, Counter<long>> refusals = Enum.GetValues<RefusalReason>().ToDictionary(
        reason => reason,
        reason => meter.CreateCounter<long>($"notable_refused_{reason.ToString().ToLowerInvariant()}", description: $"Refusals since the start: {Describe(reason)}."));

    public static Counter<long> Sessions { get; } = meter.CreateCounter<long>("notable_sessions", description: "Sessions begun.");

    public static Counter<long> Evictions { get; } = meter.CreateCounter<long>("notable_evictions", description: "Sessions closed to make room for new visitors.");

    public static Counter<long> Failures { get; } = meter.CreateCounter<long>("notable_failures", description: "Cells and handlers that failed or took too long.");

    public static Histogram<double> PageSeconds { get; } =
        meter.CreateHistogram<double>("notable_page_seconds", "s", "Time from a new visitor's request to the page.");

    public static Histogram<double> HandlerSeconds { get; } =
        meter.CreateHistogram<double>("notable_handler_seconds", "s", "Duration of the notebook's handlers.");

    /// <summary>Counts a refusal.</summary>
    public static void Refused(RefusalReason reason) => refusals[reason].Add(1);

    private static string Describe(RefusalReason reason) => reason switch
    {
        RefusalReason.Visitors => "visitors without a place",
        RefusalReason.Visits => "addresses that asked for pages too often",
        RefusalReason.Uploads => "uploads and messages without room",
        RefusalReason.Connections => "connections beyond those of one address",
        RefusalReason.Message => "invalid messages",
        _ => "wrong tokens",
    };
}

/// <summary>The reason of a refusal.</summary>
internal enum RefusalReason
{
    Visitors,
    Visits,
    Uploads,
    Connections,
    Message,
    Token,
}
