using System.Net;
using System.Net.Sockets;

namespace Notable.Gathering;

/// <summary>
/// Connects to public addresses only. The address is looked up here and the connection made to just what was checked, so that a name
/// that answers differently the second time gains nothing.
/// </summary>
/// <param name="allows">Which addresses may be connected to.</param>
/// <param name="resolve">Looks a host name up; the system's resolver by default.</param>
internal sealed class GuardedConnections(Func<IPAddress, bool> allows, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    /// <summary>Throws for a host that is given as an address and is not allowed: no proxy need be asked to know that.</summary>
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
        // A proxy is chosen by whoever runs this computer, and may well be a neighbor.
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
