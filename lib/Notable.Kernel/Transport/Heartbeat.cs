using Notable.Kernel.Transport.Zmtp;

namespace Notable.Kernel.Transport;

/// <summary>The REP socket: returns each message unchanged, so that a front end sees that the kernel is alive.</summary>
internal sealed class Heartbeat(string ip, int port) : ZmtpSocket(ip, port, "REP", "REQ", "DEALER")
{
    public override void Receive(ZmtpPeer peer, List<byte[]> frames) => peer.Send([.. frames.Select(frame => new ReadOnlyMemory<byte>(frame))]);
}
