namespace Notable.Kernel.Transport.Zmtp;

/// <summary>The PUB socket: sends each message to all peers with a matching subscription.</summary>
internal sealed class ZmtpPublisher(string ip, int port) : ZmtpSocket(ip, port, "PUB", "SUB", "XSUB")
{
    public void Send(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        foreach (var peer in Peers())
            if (peer.Topics.Want(frames[0].Span))
                peer.Send(frames);
    }

    public override void Receive(ZmtpPeer peer, List<byte[]> frames) => peer.Topics.Change(frames[0]);

    public override void Command(ZmtpPeer peer, byte[] body)
    {
        // Since ZMTP 3.1 subscriptions are commands.
        if (body.AsSpan().StartsWith("\u0009SUBSCRIBE"u8))
            peer.Topics.Change([1, .. body.AsSpan(10)]);
        else if (body.AsSpan().StartsWith("\u0006CANCEL"u8))
            peer.Topics.Change([0, .. body.AsSpan(7)]);
        else
            base.Command(peer, body);
    }
}
