namespace Notable.Kernel.Transport.Zmtp;

/// <summary>The ROUTER socket: receives requests of many peers and replies by identity, the first frame of each message.</summary>
internal sealed class ZmtpRouter(string ip, int port, Action<List<byte[]>> received) : ZmtpSocket(ip, port, "ROUTER", "DEALER", "REQ", "ROUTER")
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ZmtpPeer> peers = [];
    private uint lastNumber = (uint)Random.Shared.Next();

    /// <summary>Sends a message to the peer that its first frame names; drops it if there is none.</summary>
    public void Send(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        ZmtpPeer? peer;
        lock (gate)
            peer = peers.GetValueOrDefault(Key(frames[0].Span));
        peer?.Send([.. frames.Skip(1)]);
    }

    public override void Join(ZmtpPeer peer)
    {
        ZmtpPeer? before;
        lock (gate)
        {
            // Identities that start with 0 are reserved for the socket.
            if (peer.Identity is [] or [0, ..])
                peer.Identity = [0, .. BitConverter.GetBytes(++lastNumber)];
            // A front end that reconnects with the same identity replaces its lost connection.
            peers.Remove(Key(peer.Identity), out before);
            peers[Key(peer.Identity)] = peer;
        }
        before?.Close();
    }

    public override void Receive(ZmtpPeer peer, List<byte[]> frames)
    {
        frames.Insert(0, peer.Identity);
        received(frames);
    }

    public override void Leave(ZmtpPeer peer)
    {
        lock (gate)
            if (peers.GetValueOrDefault(Key(peer.Identity)) == peer)
                peers.Remove(Key(peer.Identity));
        base.Leave(peer);
    }

    private static string Key(ReadOnlySpan<byte> identity) => Convert.ToHexString(identity);
}
