namespace Notable.Kernel.Transport.Zmtp;

/// <summary>Limits for peers. Anyone who can reach the port is a peer, before any signature is checked.</summary>
internal static class ZmtpLimits
{
    /// <summary>The number of queued messages per peer; more are dropped. High, because a lost reply would hang a front end.</summary>
    public const int HighWater = 100_000;

    /// <summary>The maximum size of a message.</summary>
    public const long MessageBytes = 1L << 30;

    /// <summary>The maximum number of frames of a message.</summary>
    public const int Frames = 1 << 16;

    /// <summary>The maximum size of a command; those of the handshake have about 50 bytes.</summary>
    public const int CommandBytes = 4096;

    /// <summary>The memory allocated for a frame before it arrives, so that a peer cannot make us allocate memory by announcing a size.</summary>
    public const int TrustedBytes = 1 << 20;

    /// <summary>The maximum number of connections per socket; a front end has one.</summary>
    public const int Peers = 128;

    /// <summary>The maximum number of subscriptions per peer; Jupyter's front ends have one, for all topics.</summary>
    public const int Topics = 1000;

    /// <summary>The time limit for a handshake.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);

    /// <summary>How long a closed socket continues to send queued messages.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);
}
