using Notable.Kernel.Transport.Zmtp;

namespace Notable.Kernel.Transport;

/// <summary>The sockets of a kernel, in ZeroMQ's protocol over TCP.</summary>
internal sealed class ZmqTransport : IKernelTransport, IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<KernelChannel, ZmtpRouter> routers = [];
    private readonly ZmtpPublisher publisher;
    private readonly List<ZmtpSocket> sockets = [];

    /// <summary>Binds every socket of the file.</summary>
    /// <exception cref="ZmqException">A port is in use, or the address is not this machine's.</exception>
    public ZmqTransport(ConnectionFile file)
    {
        try
        {
            foreach (var (channel, port) in new[] { (KernelChannel.Shell, file.ShellPort), (KernelChannel.Control, file.ControlPort), (KernelChannel.Stdin, file.StdinPort) })
                routers[channel] = Kept(new ZmtpRouter(file.Ip, port, frames => Receive(channel, frames)));
            publisher = Kept(new ZmtpPublisher(file.Ip, file.IOPubPort));
            Kept(new Heartbeat(file.Ip, file.HeartbeatPort));
        }
        catch (ZmqException)
        {
            Dispose();
            throw;
        }
    }

    public event Action<KernelChannel, IReadOnlyList<byte[]>>? Received;

    public void Start() => sockets.ForEach(socket => socket.Start());

    public void Send(KernelChannel channel, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        if (channel == KernelChannel.IOPub)
            publisher.Send(frames);
        else
            routers[channel].Send(frames);
    }

    /// <summary>Sends queued messages, closes the sockets and ends the threads.</summary>
    public void Dispose() => Parallel.ForEach(sockets, socket => socket.Dispose());

    private T Kept<T>(T socket) where T : ZmtpSocket
    {
        sockets.Add(socket);
        return socket;
    }

    private void Receive(KernelChannel channel, List<byte[]> frames)
    {
        // Each peer has a thread; their messages are passed on one at a time.
        lock (gate)
            Received?.Invoke(channel, frames);
    }
}
