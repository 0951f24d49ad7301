using System.Net;
using System.Net.Sockets;

namespace Notable.Kernel.Transport.Zmtp;

/// <summary>
/// A socket of ZeroMQ that others connect to: the little of it that a kernel needs. (NetMQ 4.0.4.5 was tried. It trusts the lengths
/// within a handshake, so that 90 bytes from anybody who reaches the port end the process, and a comm's round trip took half as long
/// again.)
/// </summary>
internal abstract class ZmtpSocket : IDisposable
{
    private readonly Socket listening;
    private readonly Lock gate = new();
    private readonly HashSet<ZmtpPeer> connected = [];
    private bool isClosed;

    /// <exception cref="ZmqException">The port is taken, or the address is not this machine's.</exception>
    protected ZmtpSocket(string ip, int port, string type, params string[] peerTypes)
    {
        (Type, PeerTypes) = (type, peerTypes);
        try
        {
            var address = ip == "*" ? IPAddress.Any : IPAddress.TryParse(ip, out var numbers) ? numbers : Dns.GetHostAddresses(ip)[0];
            listening = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            // On Windows another program could otherwise take the port away.
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

    /// <summary>The type, as the protocol names it.</summary>
    public string Type { get; }

    /// <summary>The types that may connect to it.</summary>
    public string[] PeerTypes { get; }

    /// <summary>Begins to take connections.</summary>
    public void Start() => new Thread(Accept) { IsBackground = true, Name = "Notable transport" }.Start();

    /// <summary>Called when a peer has said who it is, on the peer's own thread.</summary>
    public virtual void Join(ZmtpPeer peer)
    {
    }

    /// <summary>Called with each message of a peer, on the peer's own thread.</summary>
    public abstract void Receive(ZmtpPeer peer, List<byte[]> frames);

    /// <summary>Called with each command of a peer.</summary>
    public virtual void Command(ZmtpPeer peer, byte[] body)
    {
        // PING, two bytes of time to live, up to 16 bytes that come back.
        if (body.AsSpan().StartsWith("\u0004PING"u8) && body.Length is >= 7 and <= 23)
            peer.SendCommand([4, .. "PONG"u8, .. body.AsSpan(7)]);
    }

    /// <summary>Called when a peer is gone, or was none.</summary>
    public virtual void Leave(ZmtpPeer peer)
    {
        lock (gate)
            connected.Remove(peer);
    }

    /// <summary>Stops listening, and hangs up when all that waits is sent.</summary>
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

    /// <summary>All peers there are, whether or not they have said who they are.</summary>
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
                // Closed, or who came has gone before its turn, or the system has no room: then a moment helps.
                lock (gate)
                    if (isClosed)
                        return;
                Thread.Sleep(10);
            }
    }
}
