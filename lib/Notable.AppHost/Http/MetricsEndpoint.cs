using System.Net;
using Microsoft.AspNetCore.Http;
using Notable.AppHost.Limits;
using Notable.AppHost.Metrics;
using Notable.AppHost.Sessions;
using Notable.AppHost.Workers;

namespace Notable.AppHost.Http;

/// <summary>
/// <c>/metrics</c> in Prometheus' text format, for monitoring. Available only to this machine and private networks, since usage
/// figures are not public.
/// </summary>
internal sealed class MetricsEndpoint(ResourceLimits resources, AppOptions options, WorkerSettings? settings)
{
    private static readonly IPNetwork[] near =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("fc00::/7"),
    ];

    private readonly InstrumentMetrics instruments = new("Notable");

    public Task SendAsync(HttpContext context)
    {
        // A request through an unknown proxy can come from anywhere.
        if (ForwardedVisitors.PassedUnknownProxy(context) || !IsNear(context.Connection.RemoteIpAddress))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask
            : instruments.WriteAsync(context.Response.Body, Gauges(), context.RequestAborted);
    }

    /// <summary>Returns whether an address belongs to this machine or a private network.</summary>
    public static bool IsNear(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
            return true;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return near.Any(network => network.Contains(plain));
    }

    private IEnumerable<(string Name, string Help, double Value)> Gauges()
    {
        yield return ("notable_visitors", "Visitors with a session.", resources.Sessions.InUse);
        yield return ("notable_uploads", "Uploaded files that are being received or processed.", resources.Files.InUse);
        yield return ("notable_waiting", "Handlers that wait in a library's queue.", LibraryWork.Waiting);
        foreach (var (name, quota) in resources.All)
        {
            yield return ($"notable_budget_{name}", "Amount in use, of what all visitors share.", quota.InUse);
            yield return ($"notable_budget_{name}_limit", "Maximum amount in use.", quota.Total);
            yield return ($"notable_budget_{name}_refused", "Refusals since the start.", quota.Refused);
        }
        yield return ("notable_worker_restarts", "Workers that died and were replaced since the app was started.", settings?.Deaths ?? 0);
        yield return ("process_resident_memory_bytes", "Resident memory of the process.", Environment.WorkingSet);
        yield return ("notable_memory_limit_bytes", "Memory that the process may use.", options.MemoryBytes);
    }
}
