using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Notable.Kernel.Transport.Zmtp;

/// <summary>
/// One connection to a socket. It has two threads of its own, one that reads and one that writes: a cell that keeps the thread pool
/// busy does not delay an interrupt.
/// </summary>
internal sealed class ZmtpPeer(Socket connection, ZmtpSocket socket)
{
    private readonly BlockingCollection<(IReadOnlyList<ReadOnlyMemory<byte>> Frames, bool IsCommand)> outgoing = new(ZmtpLimits.HighWater);
    private readonly ZmtpWriter writer = new(connection);
    private Thread? writing;

    /// <summary>The name by which answers find it; chosen by the peer, else by the socket.</summary>
    public byte[] Identity { get; set; } = [];

    /// <summary>What it wants to hear, of a socket that publishes.</summary>
    public ZmtpTopics Topics { get; } = new();

    public void Start() => new Thread(Read) { IsBackground = true, Name = "Notable transport" }.Start();

    /// <summary>Sends a message soon; drops it if too many wait or the peer has gone.</summary>
    public void Send(IReadOnlyList<ReadOnlyMemory<byte>> frames) => Enqueue(frames, isCommand: false);

    /// <summary>Sends a command soon.</summary>
    public void SendCommand(byte[] body) => Enqueue([body], isCommand: true);

    /// <summary>Hangs up at once.</summary>
    public void Close()
    {
        outgoing.CompleteAdding();
        connection.Dispose();
    }

    /// <summary>Hangs up when everything is sent, or the time is over.</summary>
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
            // It has gone.
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
            // It has hung up, or speaks another language; a stranger is told nothing.
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
            // The thread that reads ends with the connection, too.
            Close();
        }
    }
}
