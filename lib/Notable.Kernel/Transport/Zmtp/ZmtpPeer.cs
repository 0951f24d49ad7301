using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Notable.Kernel.Transport.Zmtp;

/// <summary>
/// A connection to a socket. It has its own threads for reading and writing, so that a cell that keeps the thread pool busy does
/// not delay an interrupt.
/// </summary>
internal sealed class ZmtpPeer(Socket connection, ZmtpSocket socket)
{
    private readonly BlockingCollection<(IReadOnlyList<ReadOnlyMemory<byte>> Frames, bool IsCommand)> outgoing = new(ZmtpLimits.HighWater);
    private readonly ZmtpWriter writer = new(connection);
    private Thread? writing;

    /// <summary>The address for replies, chosen by the peer or by the socket.</summary>
    public byte[] Identity { get; set; } = [];

    /// <summary>The topics it subscribes to at a publishing socket.</summary>
    public ZmtpTopics Topics { get; } = new();

    public void Start() => new Thread(Read) { IsBackground = true, Name = "Notable transport" }.Start();

    /// <summary>Queues a message; drops it if too many are queued or the peer is gone.</summary>
    public void Send(IReadOnlyList<ReadOnlyMemory<byte>> frames) => Enqueue(frames, isCommand: false);

    /// <summary>Queues a command.</summary>
    public void SendCommand(byte[] body) => Enqueue([body], isCommand: true);

    /// <summary>Closes the connection at once.</summary>
    public void Close()
    {
        outgoing.CompleteAdding();
        connection.Dispose();
    }

    /// <summary>Closes the connection when everything is sent or the time is over.</summary>
    public void Finish(TimeSpan limit)
    {
        outgoing.CompleteAdding();
        writing?.Join(limit);
        connection.Dispose();
    }

    private void Enqueue(IReadOnlyList<ReadOnlyMemory<byte>> frames, bool isCommand)
    {
        try
        {
            _ = outgoing.TryAdd((frames, isCommand));
        }
        catch (InvalidOperationException)
        {
            // The peer is gone.
        }
    }

    private void Read()
    {
        try
        {
            connection.NoDelay = true;
            connection.ReceiveTimeout = connection.SendTimeout = (int)ZmtpLimits.Handshake.TotalMilliseconds;
            using var stream = new NetworkStream(connection);
            var reader = new ZmtpReader(stream);
            ZmtpHandshake.Open(bytes => stream.Write(bytes), writer, socket.Type);
            Identity = ZmtpHandshake.Accept(reader, socket.PeerTypes);
            connection.ReceiveTimeout = connection.SendTimeout = 0;
            writing = new Thread(Write) { IsBackground = true, Name = "Notable transport" };
            writing.Start();
            socket.Join(this);
            while (true)
                socket.Receive(this, ReadMessage(reader));
        }
        catch (Exception ended) when (ended is IOException or SocketException or ObjectDisposedException or InvalidDataException or OutOfMemoryException)
        {
            // It closed the connection or uses another protocol, and gets no reply.
        }
        finally
        {
            Close();
            socket.Leave(this);
        }
    }

    private List<byte[]> ReadMessage(ZmtpReader reader)
    {
        List<byte[]> frames = [];
        var budget = ZmtpLimits.MessageBytes;
        while (true)
        {
            var (body, hasMore, isCommand) = reader.ReadFrame(budget);
            if (isCommand)
            {
                if (frames.Count > 0)
                    throw new InvalidDataException("a command within a message");
                socket.Command(this, body);
                continue;
            }
            frames.Add(body);
            budget -= body.Length;
            if (!hasMore)
                return frames;
            if (frames.Count == ZmtpLimits.Frames)
                throw new InvalidDataException("too many frames");
        }
    }

    private void Write()
    {
        try
        {
            foreach (var (frames, isCommand) in outgoing.GetConsumingEnumerable())
            {
                if (isCommand)
                    writer.WriteCommand(frames[0]);
                else
                    writer.Write(frames);
                if (outgoing.Count == 0)
                    writer.Flush();
            }
        }
        catch (Exception ended) when (ended is IOException or SocketException or ObjectDisposedException)
        {
            // Also ends the reading thread.
            Close();
        }
    }
}
