using System.Net.WebSockets;

namespace Notable.AppHost.Sockets;

/// <summary>One WebSocket message to be sent.</summary>
internal readonly record struct Frame(WebSocketMessageType Type, ReadOnlyMemory<byte> Bytes);

/// <summary>One WebSocket message from a page.</summary>
/// <param name="IsBinary">Whether it came as a binary message, otherwise as text.</param>
/// <param name="Bytes">The whole message, or its beginning if it was refused.</param>
/// <param name="Fate">Whether it was refused; the rest was then thrown away as it came.</param>
internal readonly record struct ReceivedFrame(bool IsBinary, ReadOnlyMemory<byte> Bytes, FrameFate Fate);

/// <summary>What became of a received message.</summary>
internal enum FrameFate
{
    Whole,

    /// <summary>It was larger than a message may be.</summary>
    Oversize,

    /// <summary>There was no memory for it at that moment.</summary>
    NoRoom,
}
