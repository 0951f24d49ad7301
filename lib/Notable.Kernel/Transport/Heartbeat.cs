using NetMQ;

namespace Notable.Kernel.Transport;

/// <summary>Sends back whatever comes, on a thread of its own, so that a front end sees that the kernel lives.</summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly NetMQSocket socket;
    private readonly NetMQPoller poller;

    /// <exception cref="ZmqException">The port is taken, or the address is not this machine's.</exception>
    public Heartbeat(string endpoint)
    {
        socket = ZmqSockets.Response(endpoint);
        socket.ReceiveReady += (_, _) => Beat();
        poller = [socket];
    }

    public void Start() => poller.RunAsync("Notable heartbeat", isBackgroundThread: true);

    public void Dispose()
    {
        poller.Dispose();
        socket.Dispose();
    }

    private void Beat()
    {
        if (socket.TryReceiveFrames() is { } frames)
            socket.SendFrames([.. frames.Select(frame => new ReadOnlyMemory<byte>(frame))]);
    }
}
