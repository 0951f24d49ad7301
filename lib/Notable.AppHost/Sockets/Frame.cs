using System.Net.WebSockets;

namespace Notable.AppHost.Sockets;

/// <summary>One WebSocket message to be sent.</summary>
internal readonly record struct Frame(WebSocketMessageType Type, ReadOnlyMemory<byte> Bytes);

/// <summary>One WebSocket message from a page.</summary>
/// <param name="IsBinary">Whether it came as a binary message, otherwise as text.</param>
/// <param name="Bytes">The whole message, or its beginning where it was too large.</param>
/// <param name="IsOversize">Whether the message was larger than the limit; the rest was thrown away as it came.</param>
internal readonly record struct ReceivedFrame(bool IsBinary, ReadOnlyMemory<byte> Bytes, bool IsOversize);
