using NetMQ;
using NetMQ.Sockets;

namespace Notable.Kernel.Transport;

/// <summary>Makes the sockets of a kernel, with the limits that all of them share.</summary>
internal static class ZmqSockets
{
    /// <summary>Waiting messages that a receiver may have before more are dropped: a backstop, since a lost reply would hang a front end.</summary>
    public const int HighWater = 100_000;

    /// <summary>The largest frame that is read: anybody who reaches the port could otherwise fill the memory.</summary>
    public const long MaxFrameBytes = 1L << 30;

    /// <summary>How long a closed socket goes on sending what waits.</summary>
    private static readonly TimeSpan linger = TimeSpan.FromSeconds(1);

    static ZmqSockets() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Flush();

    /// <summary>For requests of many front ends, each of which is answered by its identity.</summary>
    public static NetMQSocket Router(string endpoint)
    {
        var socket = new RouterSocket();
        // A front end that comes back under its old name takes over from its lost connection.
        socket.Options.RouterHandover = true;
        return Bound(socket, endpoint);
    }

    /// <summary>For what all front ends are told.</summary>
    public static NetMQSocket Publisher(string endpoint) => Bound(new PublisherSocket(), endpoint);

    /// <summary>For one answer to each request.</summary>
    public static NetMQSocket Response(string endpoint) => Bound(new ResponseSocket(), endpoint);

    private static NetMQSocket Bound(NetMQSocket socket, string endpoint)
    {
        socket.Options.Linger = linger;
        socket.Options.SendHighWatermark = HighWater;
        socket.Options.MaxMsgSize = MaxFrameBytes;
        socket.Options.IPv4Only = !endpoint.Contains('[');
        try
        {
            socket.Bind(endpoint);
            return socket;
        }
        catch (Exception refused) when (refused is NetMQException or System.Net.Sockets.SocketException)
        {
            socket.Dispose();
            throw new ZmqException(endpoint, refused);
        }
    }

    /// <summary>Sends what closed sockets still have. NetMQ waits for those that a notebook has left open, too, so the wait has a limit.</summary>
    private static void Flush()
    {
        var ending = new Thread(() => NetMQConfig.Cleanup(block: true)) { IsBackground = true, Name = "Notable transport end" };
        ending.Start();
        ending.Join(2 * linger);
    }
}
