using System.Buffers;
using System.Net.WebSockets;
using Notable.AppHost.Limits;

namespace Notable.AppHost.Sockets;

/// <summary>
/// Reads whole messages. One that is larger than allowed, or that there is no memory for, is read to its end without being
/// kept, so that the visitor can be told and the connection lives on; only if it exceeds even <see cref="DrainFactor"/> times
/// the limit is the connection given up. (ASP.NET's WebSocket itself has no limit.)
/// </summary>
/// <param name="socket">The page's WebSocket.</param>
/// <param name="maxBytes">The most bytes of a binary message, which may carry files.</param>
/// <param name="memory">Is charged for the message; the caller gives back what is charged when the message is done with.</param>
internal sealed class FrameReader(WebSocket socket, int maxBytes, Ledger.Charge memory)
{
    /// <summary>The most bytes of a text message, and of the JSON in a binary one.</summary>
    public const int MaxTextBytes = 1_000_000;

    private const int DrainFactor = 50;
    private const int FirstBytes = 4 * 1024;

    /// <summary>What is kept of a message that is refused: enough for the JSON before an uploaded file.</summary>
    private const int KeptOfRefused = 64 * 1024;

    /// <summary>The next message, or null when the page has closed the connection.</summary>
    public async Task<ReceivedFrame?> ReadAsync(CancellationToken cancellationToken)
    {
        // An empty buffer waits without holding memory: most visitors are idle most of the time.
        var waiting = await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken).ConfigureAwait(false);
        if (waiting.MessageType == WebSocketMessageType.Close)
            return null;
        if (waiting.EndOfMessage)
            return new ReceivedFrame(waiting.MessageType == WebSocketMessageType.Binary, default, FrameFate.Whole);

        var limit = waiting.MessageType == WebSocketMessageType.Binary ? maxBytes : Math.Min(MaxTextBytes, maxBytes);
        var buffer = new byte[Math.Min(FirstBytes, limit + 1)];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            length += part.Count;
            var isBinary = part.MessageType == WebSocketMessageType.Binary;
            // Before the rest has come: nobody's script sends so much JSON.
            if (isBinary && ClientMessage.JsonBytes(buffer.AsSpan(0, length)) > MaxTextBytes)
                throw new ProtocolException($"more than {MaxTextBytes} bytes of JSON");
            if (length <= limit && part.EndOfMessage)
                return new ReceivedFrame(isBinary, buffer.AsMemory(0, length), FrameFate.Whole);
            if (length > limit || length == buffer.Length && !TryGrow(ref buffer, limit))
            {
                if (!part.EndOfMessage)
                    await DrainAsync(cancellationToken).ConfigureAwait(false);
                return new ReceivedFrame(isBinary, buffer[..Math.Min(length, KeptOfRefused)], length > limit ? FrameFate.Oversize : FrameFate.NoRoom);
            }
        }
    }

    private bool TryGrow(ref byte[] buffer, int limit)
    {
        var wanted = (int)Math.Min(2L * buffer.Length, limit + 1L);
        if (!memory.TryAdd(wanted - buffer.Length))
            return false;
        Array.Resize(ref buffer, wanted);
        return true;
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        var scratch = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (var drained = 0L; drained <= (long)DrainFactor * maxBytes;)
            {
                var part = await socket.ReceiveAsync(scratch.AsMemory(), cancellationToken).ConfigureAwait(false);
                if (part.EndOfMessage || part.MessageType == WebSocketMessageType.Close)
                    return;
                drained += part.Count;
            }
            throw new ProtocolException($"a message of more than {DrainFactor} times the limit of {maxBytes} bytes");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }
}
