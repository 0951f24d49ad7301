using System.Net.WebSockets;

namespace Notable.AppHost.Sockets;

/// <summary>A WebSocket message to send.</summary>
internal readonly record struct Frame(WebSocketMessageType Type, ReadOnlyMemory<byte> Bytes);

/// <summary>A WebSocket message from a page.</summary>
/// <param name="IsBinary">Whether it is a binary message; otherwise text.</param>
/// <param name="Bytes">The whole message, or its beginning if it was refused.</param>
/// <param name="Fate">Whether it was accepted. The rest of a refused message is discarded as it arrives.</param>
internal readonly record struct ReceivedFrame(bool IsBinary, ReadOnlyMemory<byte> Bytes, FrameFate Fate);

/// <summary>Whether a received message was accepted.</summary>
internal enum FrameFate
{
    Whole,

    /// <summary>It exceeds the size limit.</summary>
    Oversize,

    /// <summary>There is no memory for it at the moment.</summary>
    NoRoom,
}
