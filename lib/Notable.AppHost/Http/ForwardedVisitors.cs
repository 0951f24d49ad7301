using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;

namespace Notable.AppHost.Http;

/// <summary>
/// What trusted proxies tell of the visitor: address, host, scheme. Anybody else may write those headers too. A chain of
/// proxies is followed from the nearest one to the first that is not trusted: that one is the visitor.
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

    /// <summary>Whether the request says that it came further than the address it is taken to come from.</summary>
    public static bool PassedUnknownProxy(HttpContext context) => context.Request.Headers.ContainsKey(For);

    private static bool IsPrivate(IPAddress? address) => address is not null && MetricsEndpoint.IsNear(address);
}
