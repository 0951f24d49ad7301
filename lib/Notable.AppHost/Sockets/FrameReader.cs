using System.Buffers;
using System.Net.WebSockets;

namespace Notable.AppHost.Sockets;

/// <summary>
/// Reads whole messages of at most <paramref name="maxBytes"/>. A larger one is read to its end without being kept, so that
/// the visitor can be told and the connection lives on; only where it exceeds even <see cref="DrainFactor"/> times the limit
/// is the connection given up. (ASP.NET's WebSocket itself has no limit.)
/// </summary>
internal sealed class FrameReader(WebSocket socket, int maxBytes)
{
    private const int DrainFactor = 50;
    private const int FirstBytes = 4 * 1024;

    /// <summary>What is kept of a message that is too large: enough for the JSON before an uploaded file.</summary>
    private const int KeptOfOversize = 64 * 1024;

    /// <summary>The next message, or null when the page has closed the connection.</summary>
    public async Task<ReceivedFrame?> ReadAsync(CancellationToken cancellationToken)
    {
        // An empty buffer waits without holding memory: most visitors are idle most of the time.
        var waiting = await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken).ConfigureAwait(false);
        if (waiting.MessageType == WebSocketMessageType.Close)
            return null;
        if (waiting.EndOfMessage)
            return new ReceivedFrame(waiting.MessageType == WebSocketMessageType.Binary, default, IsOversize: false);

        var buffer = new byte[Math.Min(FirstBytes, maxBytes + 1)];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            length += part.Count;
            var isBinary = part.MessageType == WebSocketMessageType.Binary;
            if (length > maxBytes)
            {
                if (!part.EndOfMessage)
                    await DrainAsync(cancellationToken).ConfigureAwait(false);
                return new ReceivedFrame(isBinary, buffer[..Math.Min(length, KeptOfOversize)], IsOversize: true);
            }
            if (part.EndOfMessage)
                return new ReceivedFrame(isBinary, buffer.AsMemory(0, length), IsOversize: false);
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, maxBytes + 1L));
        }
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
