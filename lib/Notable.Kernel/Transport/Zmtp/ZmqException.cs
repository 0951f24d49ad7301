using System.Net.Sockets;

namespace Notable.Kernel.Transport;

/// <summary>The kernel cannot listen where it was told to, for example because another program holds the port.</summary>
/// <param name="endpoint">Where it tried to listen.</param>
/// <param name="cause">What the system reported.</param>
public sealed class ZmqException(string endpoint, SocketException cause)
    : IOException($"Listening at {endpoint} failed: {cause.Message}", cause);
