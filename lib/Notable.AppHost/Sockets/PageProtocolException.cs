namespace Notable.AppHost.Sockets;

/// <summary>Thrown when a page sends what our script never sends. The connection is closed, and the message is logged.</summary>
internal sealed class PageProtocolException(string message) : Exception(message);
