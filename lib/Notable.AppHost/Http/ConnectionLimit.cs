using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Limits;
using Notable.AppHost.Metrics;

namespace Notable.AppHost.Http;

/// <summary>Limits the open connections per address. Those of trusted proxies are not counted, since they carry many visitors.</summary>
internal sealed class ConnectionLimit(AppOptions options)
{
    private readonly ResourceQuota connections = new(8L * options.MaxVisitors + 64, long.MaxValue, options.ConnectionsPerAddress, isShared: false);
    private readonly TrustedProxies proxies = new(options);

    public void Use(ListenOptions listen, Func<ILogger> log)
    {
        if (options.ConnectionsPerAddress > 0)
            listen.Use(next => context => ServeAsync(context, next, log));
    }

    /// <summary>Reserves a place for a connection; null if it needs none.</summary>
    /// <returns>False if the address has reached the limit.</returns>
    public bool TryEnter(IPAddress address, out IDisposable? place)
    {
        place = null;
        return proxies.Contain(address) || (place = connections.TryTake(new VisitorKey(AddressKey.Of(address), ""), 1)) is not null;
    }

    private async Task ServeAsync(ConnectionContext context, ConnectionDelegate next, Func<ILogger> log)
    {
        IDisposable? place = null;
        // Connections between workers have no address.
        if (context.RemoteEndPoint is IPEndPoint { Address: var address } && !TryEnter(address, out place))
        {
            log().TooManyConnections(AddressKey.Of(address), options.ConnectionsPerAddress);
            HostMetrics.Refused(RefusalReason.Connections);
            context.Abort();
            return;
        }
        using (place)
            await next(context).ConfigureAwait(false);
    }
}
