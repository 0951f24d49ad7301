using System.Net;
using System.Net.Sockets;

namespace Notable.Gathering;

/// <summary>
/// Connects only to public addresses. The host name is resolved here and the connection uses exactly the checked addresses, so a name that
/// resolves differently the second time does not bypass the check.
/// </summary>
/// <param name="allows">Returns whether an address may be connected to.</param>
/// <param name="resolve">Resolves a host name; the system's resolver by default.</param>
internal sealed class GuardedConnections(Func<IPAddress, bool> allows, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    /// <summary>Throws if the host is an IP address that is not allowed; this is checked before a proxy is involved.</summary>
    /// <exception cref="RefusedException">It is not allowed.</exception>
    public void Require(Uri address)
    {
        if (IPAddress.TryParse(address.IdnHost, out var ip) && !allows(ip))
            throw new RefusedException($"{address.Host} is not on the public Internet");
    }

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="RefusedException">The host has no public address.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await (resolve ?? Dns.GetHostAddressesAsync)(host, cancellation).ConfigureAwait(false);
        // The proxy was configured by the user and may be in a private network.
        var allowed = IsProxy(context) ? addresses : [.. addresses.Where(allows)];
        if (allowed.Length == 0)
            throw new RefusedException($"{host} is not on the public Internet ({string.Join(", ", addresses.Select(address => address.ToString()))})");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsProxy(SocketsHttpConnectionContext context) =>
        context.InitialRequestMessage.RequestUri is { } asked && HttpClient.DefaultProxy.GetProxy(asked) is { } proxy
        && proxy.Host == context.DnsEndPoint.Host && proxy.Port == context.DnsEndPoint.Port;
}
