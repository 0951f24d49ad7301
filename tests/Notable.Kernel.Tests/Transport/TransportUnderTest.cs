using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using NetMQ;
using NetMQ.Sockets;
using Notable.Kernel.Transport;

namespace Notable.Kernel.Tests.Transport;

/// <summary>A transport at free ports of this machine that writes down what comes, and front ends to talk with it.</summary>
internal sealed class TransportUnderTest : IDisposable
{
    private readonly ZmqTransport transport;
    private readonly List<IDisposable> clients = [];

    /// <param name="echo">Whether a request is sent back to who sent it.</param>
    /// <param name="ip">The address to listen at.</param>
    public TransportUnderTest(bool echo = true, string ip = "127.0.0.1")
    {
        // A port that was free may be taken before it is bound: other tests look for some, too.
        for (var attempt = 0; ; attempt++)
            try
            {
                File = FreePorts(ip);
                transport = new ZmqTransport(File);
                break;
            }
            catch (ZmqException) when (attempt < 5)
            {
            }
        transport.Received += (channel, frames) =>
        {
            Received.Add((channel, frames));
            if (echo)
                transport.Send(channel, [.. frames.Select(frame => new ReadOnlyMemory<byte>(frame))]);
        };
        transport.Start();
    }

    public ConnectionFile File { get; }

    public BlockingCollection<(KernelChannel Channel, IReadOnlyList<byte[]> Frames)> Received { get; } = [];

    /// <summary>A front end's socket for requests.</summary>
    public DealerSocket Dealer(int port, string? identity = null)
    {
        var socket = new DealerSocket();
        socket.Options.IPv4Only = !File.Ip.Contains(':');
        if (identity is not null)
            socket.Options.Identity = System.Text.Encoding.ASCII.GetBytes(identity);
        socket.Connect(File.Endpoint(port));
        clients.Add(socket);
        return socket;
    }

    /// <summary>A front end that hears what is published; returns when it does.</summary>
    public SubscriberSocket Subscriber(int highWater = 0)
    {
        var socket = new SubscriberSocket();
        socket.Options.ReceiveHighWatermark = highWater;
        socket.Connect(File.Endpoint(File.IOPubPort));
        socket.SubscribeToAnyTopic();
        clients.Add(socket);
        var limit = Environment.TickCount64 + 30_000;
        while (!socket.TrySkipFrame(TimeSpan.FromMilliseconds(20)))
        {
            Assert.True(Environment.TickCount64 < limit, "not heard in 30 s");
            Send(KernelChannel.IOPub, "hello?"u8.ToArray());
        }
        while (socket.TrySkipFrame(TimeSpan.FromMilliseconds(200)))
        {
        }
        return socket;
    }

    public void Send(KernelChannel channel, params byte[][] frames) => transport.Send(channel, [.. frames.Select(frame => new ReadOnlyMemory<byte>(frame))]);

    /// <summary>Ends the transport, as a kernel does that was told to shut down.</summary>
    public void End() => transport.Dispose();

    public void Dispose()
    {
        clients.ForEach(client => client.Dispose());
        transport.Dispose();
        Received.Dispose();
    }

    private static ConnectionFile FreePorts(string ip)
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Parse(ip), 0)).ToArray();
        foreach (var listener in listeners)
            listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners)
            listener.Stop();
        return new ConnectionFile { Ip = ip, ShellPort = ports[0], ControlPort = ports[1], StdinPort = ports[2], IOPubPort = ports[3], HeartbeatPort = ports[4], Key = "k" };
    }
}
