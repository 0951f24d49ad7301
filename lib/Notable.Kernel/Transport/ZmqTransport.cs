using NetMQ;

namespace Notable.Kernel.Transport;

/// <summary>
/// The sockets of a kernel. A socket of ZeroMQ belongs to one thread: the poller's, which receives, and sends what others have enqueued.
/// </summary>
internal sealed class ZmqTransport : IKernelTransport, IDisposable
{
    private readonly NetMQSocket[] sockets = new NetMQSocket[4];
    private readonly Heartbeat heartbeat;
    private readonly NetMQQueue<(KernelChannel Channel, IReadOnlyList<ReadOnlyMemory<byte>> Frames)> outgoing;
    private readonly NetMQPoller poller;
    private readonly Lock gate = new();
    private bool isEnding;

    /// <summary>Binds every socket of the file.</summary>
    /// <exception cref="ZmqException">A port is taken, or the address is not this machine's.</exception>
    public ZmqTransport(ConnectionFile file)
    {
        try
        {
            sockets[(int)KernelChannel.Shell] = ZmqSockets.Router(file.Endpoint(file.ShellPort));
            sockets[(int)KernelChannel.Control] = ZmqSockets.Router(file.Endpoint(file.ControlPort));
            sockets[(int)KernelChannel.Stdin] = ZmqSockets.Router(file.Endpoint(file.StdinPort));
            sockets[(int)KernelChannel.IOPub] = ZmqSockets.Publisher(file.Endpoint(file.IOPubPort));
            heartbeat = new Heartbeat(file.Endpoint(file.HeartbeatPort));
        }
        catch (ZmqException)
        {
            CloseSockets();
            throw;
        }
        (outgoing, poller) = (new(), []);
        // The order in which they are looked at: an interrupt comes before the requests that wait.
        foreach (var channel in new[] { KernelChannel.Control, KernelChannel.Stdin, KernelChannel.Shell })
            Listen(channel);
        outgoing.ReceiveReady += (_, _) => SendAll();
        poller.Add(outgoing);
    }

    public event Action<KernelChannel, IReadOnlyList<byte[]>>? Received;

    public void Start()
    {
        heartbeat.Start();
        poller.RunAsync("Notable transport", isBackgroundThread: true);
    }

    public void Send(KernelChannel channel, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        lock (gate)
            if (!isEnding)
                outgoing.Enqueue((channel, frames));
    }

    /// <summary>Ends the threads, sends what is enqueued, and closes the sockets.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (isEnding)
                return;
            isEnding = true;
        }
        poller.Dispose();
        SendAll();
        outgoing.Dispose();
        CloseSockets();
        heartbeat.Dispose();
    }

    private void Listen(KernelChannel channel)
    {
        var socket = sockets[(int)channel];
        socket.ReceiveReady += (_, _) =>
        {
            if (socket.TryReceiveFrames() is { } frames)
                Received?.Invoke(channel, frames);
        };
        poller.Add(socket);
    }

    private void SendAll()
    {
        while (outgoing.TryDequeue(out var message, TimeSpan.Zero))
            sockets[(int)message.Channel].SendFrames(message.Frames);
    }

    private void CloseSockets()
    {
        foreach (var socket in sockets)
            socket?.Dispose();
    }
}
