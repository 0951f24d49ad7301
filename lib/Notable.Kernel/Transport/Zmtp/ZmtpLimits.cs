namespace Notable.Kernel.Transport.Zmtp;

/// <summary>How much a peer may ask for. Whoever reaches a port is a peer, long before a signature is checked.</summary>
internal static class ZmtpLimits
{
    /// <summary>Waiting messages that a peer may have before more are dropped: a backstop, since a lost reply would hang a front end.</summary>
    public const int HighWater = 100_000;

    /// <summary>The largest message.</summary>
    public const long MessageBytes = 1L << 30;

    /// <summary>The most frames of one message.</summary>
    public const int Frames = 1 << 16;

    /// <summary>The largest command; those of the handshake have some 50 bytes.</summary>
    public const int CommandBytes = 4096;

    /// <summary>What is allocated for a frame before it has come: an announcement costs nothing.</summary>
    public const int TrustedBytes = 1 << 20;

    /// <summary>Connections to one socket; a front end has one.</summary>
    public const int Peers = 128;

    /// <summary>Topics that one peer may subscribe to; Jupyter's front ends subscribe to all with one.</summary>
    public const int Topics = 1000;

    /// <summary>How long a handshake may take.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);

    /// <summary>How long a socket that is closed goes on sending what waits.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);
}
