namespace Notable.AppHost.Sockets;

/// <summary>A page sent what our own script never sends. The connection is closed; the message goes to the log.</summary>
internal sealed class ProtocolException(string message) : Exception(message);
