using System.Net;
using Microsoft.AspNetCore.Http;
using Notable.AppHost.Metrics;
using Notable.AppHost.Sessions;
using Notable.AppHost.Uploads;

namespace Notable.AppHost.Http;

/// <summary>
/// <c>/metrics</c> in Prometheus' text format, for whoever watches over the app: only this machine and private networks get
/// it, for how many people use an app is nobody else's business.
/// </summary>
internal sealed class MetricsEndpoint(SessionRegistry sessions, UploadGate uploads)
{
    private static readonly IPNetwork[] near =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("fc00::/7"),
    ];

    private readonly PrometheusText instruments = new("Notable");

    public Task SendAsync(HttpContext context)
    {
        if (!IsNear(context.Connection.RemoteIpAddress))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(instruments.Write(
            ("notable_visitors", "Visitors with a session.", sessions.Count),
            ("notable_uploads", "Uploads on their way or in work.", uploads.Count),
            ("process_resident_memory_bytes", "Memory that the process has in RAM.", Environment.WorkingSet)));
    }

    private static bool IsNear(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
            return true;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return near.Any(network => network.Contains(plain));
    }
}
