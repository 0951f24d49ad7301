namespace Notable.Kernel.Transport;

/// <summary>Sends back whatever comes, on a thread of its own: how a front end sees that the kernel lives.</summary>
internal sealed class Heartbeat
{
    private readonly ZmqSocket socket;

    public Heartbeat(nint context, string endpoint)
    {
        socket = new ZmqSocket(context, Zmq.Rep);
        socket.Bind(endpoint);
    }

    public void Start() => new Thread(Beat) { IsBackground = true, Name = "Notable heartbeat" }.Start();

    private void Beat()
    {
        try
        {
            while (true)
                socket.Send([.. socket.TryReceive(wait: true)!.Select(frame => new ReadOnlyMemory<byte>(frame))]);
        }
        catch (ZmqException)
        {
            // The context has ended, and the kernel with it.
            socket.Dispose();
        }
    }
}
