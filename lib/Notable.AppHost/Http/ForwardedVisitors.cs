using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Notable.AppHost.Http;

/// <summary>What proxies that are trusted tell of the visitor: address, host, scheme. Anybody else may write those headers too.</summary>
internal static class ForwardedVisitors
{
    public static void Use(IApplicationBuilder app, AppOptions appOptions)
    {
        // Proxies on this machine are trusted by default.
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto,
        };
        foreach (var proxy in appOptions.Proxies)
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new AppHostException($"'{proxy}' is no proxy. Give an IP address or a network as 10.0.0.0/8.");
        app.UseForwardedHeaders(options);
    }
}
