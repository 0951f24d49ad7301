using System.Buffers;
using System.Net.WebSockets;
using Notable.AppHost.Limits;

namespace Notable.AppHost.Sockets;

/// <summary>
/// Reads whole messages. A message that is too large, or that there is no memory for, is read to its end and discarded, so that the
/// visitor can be told and the connection stays open. If it exceeds <see cref="DrainFactor"/> times the limit, the connection is
/// closed. (ASP.NET's WebSocket itself has no limit.)
/// </summary>
/// <param name="socket">The page's WebSocket.</param>
/// <param name="maxBytes">The maximum size of a binary message, which may contain files, in bytes.</param>
/// <param name="memory">Charged for the message; the caller returns the amount after handling it.</param>
internal sealed class FrameReader(WebSocket socket, int maxBytes, ResourceQuota.Charge memory)
{
    /// <summary>The maximum size in bytes of a text message and of the JSON in a binary message.</summary>
    public const int MaxTextBytes = 1_000_000;

    private const int DrainFactor = 50;
    private const int FirstBytes = 4 * 1024;

    /// <summary>The bytes kept of a refused message: enough for the JSON before an uploaded file.</summary>
    private const int KeptOfRefused = 64 * 1024;

    /// <summary>Reads the next message. Returns null when the page has closed the connection.</summary>
    public async Task<ReceivedFrame?> ReadAsync(CancellationToken cancellationToken)
    {
        // Waits with an empty buffer, which uses no memory, because most visitors are idle.
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
            // Before the rest arrives: the page's script never sends so much JSON.
            if (isBinary && ClientMessage.JsonBytes(buffer.AsSpan(0, length)) > MaxTextBytes)
                throw new PageProtocolException($"more than {MaxTextBytes} bytes of JSON");
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
            throw new PageProtocolException($"a message of more than {DrainFactor} times the limit of {maxBytes} bytes");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }
}
