using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;

namespace Notable.AppHost.Http;

/// <summary>
/// Uses the visitor's address, host and scheme from the headers of trusted proxies; others could forge them. In a chain of
/// proxies, the first untrusted address, from the nearest on, is the visitor.
/// </summary>
internal static class ForwardedVisitors
{
    private const string For = "X-Forwarded-For";

    public static void Use(IApplicationBuilder app, AppOptions appOptions, ILogger log)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in new TrustedProxies(appOptions).Networks)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
        app.Use((context, next) =>
        {
            if (PassedUnknownProxy(context) && IsPrivate(context.Connection.RemoteIpAddress))
                log.UnknownProxy(context.Connection.RemoteIpAddress!.ToString());
            return next(context);
        });
    }

    /// <summary>Whether the request has a forwarded-for header that was not accepted.</summary>
    public static bool PassedUnknownProxy(HttpContext context) => context.Request.Headers.ContainsKey(For);

    private static bool IsPrivate(IPAddress? address) => address is not null && MetricsEndpoint.IsNear(address);
}
