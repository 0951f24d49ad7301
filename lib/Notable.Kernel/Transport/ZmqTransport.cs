using System.Collections.Concurrent;

namespace Notable.Kernel.Transport;

/// <summary>
/// The sockets of a kernel. A socket of libzmq belongs to one thread: the one here receives, and sends what others have
/// enqueued.
/// </summary>
internal sealed class ZmqTransport : IKernelTransport, IDisposable
{
    private const string WakeEndpoint = "inproc://notable-wake";
    private static readonly ReadOnlyMemory<byte>[] wakeUp = [new byte[1]];
    private readonly nint context = Zmq.NewContext();
    private readonly ZmqSocket[] sockets;
    private readonly ZmqSocket wakeReceiver;
    private readonly ZmqSocket wakeSender;
    private readonly Heartbeat heartbeat;
    private readonly Thread thread;
    private readonly Lock wakeGate = new();
    private readonly ConcurrentQueue<(KernelChannel Channel, IReadOnlyList<ReadOnlyMemory<byte>> Frames)> outgoing = new();
    private int isAwake;
    private volatile bool isEnding;

    /// <summary>Binds every socket of the file.</summary>
    /// <exception cref="ZmqException">A port is taken, or the address is not this machine's.</exception>
    public ZmqTransport(ConnectionFile file)
    {
        sockets = new ZmqSocket[4];
        sockets[(int)KernelChannel.Shell] = Bound(Zmq.Router, file.Endpoint(file.ShellPort));
        sockets[(int)KernelChannel.Control] = Bound(Zmq.Router, file.Endpoint(file.ControlPort));
        sockets[(int)KernelChannel.Stdin] = Bound(Zmq.Router, file.Endpoint(file.StdinPort));
        sockets[(int)KernelChannel.IOPub] = Bound(Zmq.Pub, file.Endpoint(file.IOPubPort));
        heartbeat = new Heartbeat(context, file.Endpoint(file.HeartbeatPort));
        wakeReceiver = Bound(Zmq.Pair, WakeEndpoint);
        wakeSender = new ZmqSocket(context, Zmq.Pair);
        wakeSender.Connect(WakeEndpoint);
        thread = new Thread(Run) { IsBackground = true, Name = "Notable transport" };
    }

    public event Action<KernelChannel, IReadOnlyList<byte[]>>? Received;

    public void Start()
    {
        heartbeat.Start();
        thread.Start();
    }

    public void Send(KernelChannel channel, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        outgoing.Enqueue((channel, frames));
        Wake();
    }

    /// <summary>Sends what is enqueued, closes the sockets and ends the threads.</summary>
    public void Dispose()
    {
        isEnding = true;
        Wake();
        thread.Join();
        wakeSender.Dispose();
        _ = Zmq.EndContext(context);
    }

    private ZmqSocket Bound(int kind, string endpoint)
    {
        var socket = new ZmqSocket(context, kind);
        socket.Bind(endpoint);
        return socket;
    }

    private void Wake()
    {
        if (Interlocked.Exchange(ref isAwake, 1) == 0)
            lock (wakeGate)
                wakeSender.Send(wakeUp);
    }

    private void Run()
    {
        KernelChannel[] incoming = [KernelChannel.Control, KernelChannel.Stdin, KernelChannel.Shell];
        Zmq.PollItem[] items =
        [
            .. incoming.Select(channel => Item(sockets[(int)channel])),
            Item(wakeReceiver),
        ];
        while (!isEnding || !outgoing.IsEmpty)
        {
            if (Zmq.Poll(items, items.Length, -1) < 0)
                continue;
            while (wakeReceiver.TryReceive() is not null)
            {
            }
            Volatile.Write(ref isAwake, 0);
            SendAll();
            foreach (var channel in incoming)
                if (sockets[(int)channel].TryReceive() is { } frames)
                    Received?.Invoke(channel, frames);
        }
        foreach (var socket in sockets)
            socket.Dispose();
        wakeReceiver.Dispose();
    }

    private void SendAll()
    {
        while (outgoing.TryDequeue(out var message))
            sockets[(int)message.Channel].Send(message.Frames);
    }

    private static Zmq.PollItem Item(ZmqSocket socket) => new() { Socket = socket.Handle, Wanted = Zmq.PollIn };
}
