using System.Net.Sockets;

namespace Notable.Kernel.Transport;

/// <summary>Thrown when the kernel cannot listen, for example because another program uses the port.</summary>
/// <param name="endpoint">The address and port.</param>
/// <param name="cause">The system's error.</param>
public sealed class ZmqException(string endpoint, SocketException cause)
    : IOException($"Listening on {endpoint} failed: {cause.Message}", cause);
