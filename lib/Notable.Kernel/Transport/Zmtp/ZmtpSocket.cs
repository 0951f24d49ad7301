using System.Net;
using System.Net.Sockets;

namespace Notable.Kernel.Transport.Zmtp;

/// <summary>
/// A listening ZeroMQ socket with the features that a kernel needs. (NetMQ 4.0.4.5 was tried. It trusts the lengths in a handshake, so
/// 90 bytes from anyone who can reach the port end the process, and a comm round trip took 50 % longer.)
/// </summary>
internal abstract class ZmtpSocket : IDisposable
{
    private readonly Socket listening;
    private readonly Lock gate = new();
    private readonly HashSet<ZmtpPeer> connected = [];
    private bool isClosed;

    /// <exception cref="ZmqException">The port is in use, or the address is not this machine's.</exception>
    protected ZmtpSocket(string ip, int port, string type, params string[] peerTypes)
    {
        (Type, PeerTypes) = (type, peerTypes);
        try
        {
            var address = ip == "*" ? IPAddress.Any : IPAddress.TryParse(ip, out var numbers) ? numbers : Dns.GetHostAddresses(ip)[0];
            listening = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            // Otherwise another program could take over the port on Windows.
            if (OperatingSystem.IsWindows())
                listening.ExclusiveAddressUse = true;
            listening.Bind(new IPEndPoint(address, port));
            listening.Listen(100);
        }
        catch (SocketException refused)
        {
            listening?.Dispose();
            throw new ZmqException($"tcp://{(ip.Contains(':') ? $"[{ip}]" : ip)}:{port}", refused);
        }
    }

    /// <summary>The socket type in the protocol.</summary>
    public string Type { get; }

    /// <summary>The socket types that may connect.</summary>
    public string[] PeerTypes { get; }

    /// <summary>Starts accepting connections.</summary>
    public void Start() => new Thread(Accept) { IsBackground = true, Name = "Notable transport" }.Start();

    /// <summary>Called after a peer's handshake, on the peer's thread.</summary>
    public virtual void Join(ZmtpPeer peer)
    {
    }

    /// <summary>Called for each message of a peer, on the peer's thread.</summary>
    public abstract void Receive(ZmtpPeer peer, List<byte[]> frames);

    /// <summary>Called for each command of a peer.</summary>
    public virtual void Command(ZmtpPeer peer, byte[] body)
    {
        // PING: two bytes for the time to live, then up to 16 bytes that are returned.
        if (body.AsSpan().StartsWith("\u0004PING"u8) && body.Length is >= 7 and <= 23)
            peer.SendCommand([4, .. "PONG"u8, .. body.AsSpan(7)]);
    }

    /// <summary>Called when a peer is gone or its handshake failed.</summary>
    public virtual void Leave(ZmtpPeer peer)
    {
        lock (gate)
            connected.Remove(peer);
    }

    /// <summary>Stops listening, and closes the connections when everything queued is sent.</summary>
    public void Dispose()
    {
        ZmtpPeer[] last;
        lock (gate)
        {
            isClosed = true;
            last = [.. connected];
        }
        listening.Dispose();
        var deadline = Environment.TickCount64 + (long)ZmtpLimits.Linger.TotalMilliseconds;
        foreach (var peer in last)
            peer.Finish(TimeSpan.FromMilliseconds(Math.Max(0, deadline - Environment.TickCount64)));
    }

    /// <summary>All peers, including those before the handshake.</summary>
    protected ZmtpPeer[] Peers()
    {
        lock (gate)
            return [.. connected];
    }

    private void Accept()
    {
        while (true)
            try
            {
                var connection = listening.Accept();
                var peer = new ZmtpPeer(connection, this);
                lock (gate)
                    if (isClosed || connected.Count >= ZmtpLimits.Peers || !connected.Add(peer))
                    {
                        connection.Dispose();
                        continue;
                    }
                peer.Start();
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // The socket is closed, the peer is already gone, or the system is out of resources: then wait a moment.
                lock (gate)
                    if (isClosed)
                        return;
                Thread.Sleep(10);
            }
    }
}
