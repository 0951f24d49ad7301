namespace Notable.Kernel.Transport;

/// <summary>A socket of libzmq. It belongs to one thread at a time.</summary>
internal sealed class ZmqSocket : IDisposable
{
    private const int Again = 11, AgainOnMac = 35, Interrupted = 4;

    /// <summary>Waiting messages a peer may have before more are dropped: a backstop, since a lost reply would hang a front end.</summary>
    private const int HighWater = 100_000;

    /// <summary>The largest frame that is read: anybody who reaches the port could otherwise fill the memory.</summary>
    private const long MaxFrameBytes = 1L << 30;
    private nint handle;

    public ZmqSocket(nint context, int kind)
    {
        handle = Zmq.NewSocket(context, kind);
        ZmqException.ThrowIf(handle == 0, "Making a socket");
        Set(Zmq.Linger, 1000);
        Set(Zmq.SendHighWater, HighWater);
        Set(Zmq.MaxMessageSize, MaxFrameBytes);
        // A front end that comes back under its old name takes over from its lost connection.
        if (kind == Zmq.Router)
            Set(Zmq.RouterHandover, 1);
    }

    public nint Handle => handle;

    public void Bind(string endpoint) => ZmqException.ThrowIf(Zmq.Bind(handle, endpoint) != 0, $"Listening at {endpoint}");

    public void Connect(string endpoint) => ZmqException.ThrowIf(Zmq.Connect(handle, endpoint) != 0, $"Connecting to {endpoint}");

    /// <summary>Sends one message; to a peer that has gone it is dropped, as libzmq does.</summary>
    public void Send(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        for (var i = 0; i < frames.Count; i++)
            while (Zmq.Send(handle, frames[i].Span, (nuint)frames[i].Length, i < frames.Count - 1 ? Zmq.SendMore : 0) < 0)
                ZmqException.ThrowIf(Zmq.ErrorNumber() != Interrupted, "Sending");
    }

    /// <summary>The next message's frames; null where none has come.</summary>
    public List<byte[]>? TryReceive(bool wait = false)
    {
        List<byte[]> frames = [];
        var message = default(Zmq.MessageBody);
        do
        {
            _ = Zmq.InitMessage(ref message);
            while (Zmq.Receive(ref message, handle, wait || frames.Count > 0 ? 0 : Zmq.DontWait) is var length)
            {
                if (length >= 0)
                {
                    frames.Add(Copy(ref message, length));
                    break;
                }
                var error = Zmq.ErrorNumber();
                if (error is Again or AgainOnMac)
                    return null;
                ZmqException.ThrowIf(error != Interrupted, "Receiving");
            }
        }
        while (CloseAndLookForMore(ref message));
        return frames;
    }

    public void Dispose()
    {
        if (handle != 0)
            _ = Zmq.Close(handle);
        handle = 0;
    }

    private static unsafe byte[] Copy(ref Zmq.MessageBody message, int length) => new ReadOnlySpan<byte>(Zmq.Data(ref message), length).ToArray();

    private static bool CloseAndLookForMore(ref Zmq.MessageBody message)
    {
        var more = Zmq.HasMore(ref message) != 0;
        _ = Zmq.CloseMessage(ref message);
        return more;
    }

    private unsafe void Set(int option, int value) =>
        ZmqException.ThrowIf(Zmq.SetOption(handle, option, &value, sizeof(int)) != 0, "Setting up a socket");

    private unsafe void Set(int option, long value) =>
        ZmqException.ThrowIf(Zmq.SetOption(handle, option, &value, sizeof(long)) != 0, "Setting up a socket");
}
