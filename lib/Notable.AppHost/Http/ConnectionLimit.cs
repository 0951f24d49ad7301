using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Limits;
using Notable.AppHost.Metrics;

namespace Notable.AppHost.Http;

/// <summary>The most connections that one address may have open; those of trusted proxies carry many visitors and are not counted.</summary>
internal sealed class ConnectionLimit(AppOptions options)
{
    private readonly Ledger connections = new(8L * options.MaxVisitors + 64, long.MaxValue, options.ConnectionsPerAddress, isShared: false);
    private readonly TrustedProxies proxies = new(options);

    public void Use(ListenOptions listen, Func<ILogger> log)
    {
        if (options.ConnectionsPerAddress > 0)
            listen.Use(next => context => ServeAsync(context, next, log));
    }

    private async Task ServeAsync(ConnectionContext context, ConnectionDelegate next, Func<ILogger> log)
    {
        // Connections between the workers have no address.
        if (context.RemoteEndPoint is not IPEndPoint { Address: var address } || proxies.Contain(address))
        {
            await next(context).ConfigureAwait(false);
            return;
        }
        var key = AddressKey.Of(address);
        using var place = connections.TryTake(new Payer(key, ""), 1);
        if (place is null)
        {
            log().TooManyConnections(key, options.ConnectionsPerAddress);
            HostMetrics.Refused(RefusalReason.Connections);
            context.Abort();
            return;
        }
        await next(context).ConfigureAwait(false);
    }
}
