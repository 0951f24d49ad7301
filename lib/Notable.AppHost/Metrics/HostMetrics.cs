using System.Diagnostics.Metrics;

namespace Notable.AppHost.Metrics;

/// <summary>What the host counts and times.</summary>
internal static class HostMetrics
{
    private static readonly Meter meter = new("Notable.AppHost");

    public static Counter<long> Sessions { get; } = meter.CreateCounter<long>("notable_sessions", description: "Sessions begun.");

    public static Counter<long> Failures { get; } = meter.CreateCounter<long>("notable_failures", description: "Cells and handlers that failed or took too long.");

    public static Histogram<double> PageSeconds { get; } =
        meter.CreateHistogram<double>("notable_page_seconds", "s", "From a new visitor's request to the page.");

    public static Histogram<double> HandlerSeconds { get; } =
        meter.CreateHistogram<double>("notable_handler_seconds", "s", "How long handlers of the notebook took.");
}
