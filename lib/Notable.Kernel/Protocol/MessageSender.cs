using System.Text;
using Notable.Kernel.Transport;

namespace Notable.Kernel.Protocol;

/// <summary>Sends messages. Thread-safe.</summary>
internal sealed class MessageSender(IKernelTransport transport, WireFormat format)
{
    /// <summary>Signing and enqueuing happen together, so that what was published first is sent first.</summary>
    private readonly Lock gate = new();

    /// <summary>Sends a message to all front ends.</summary>
    public void Publish(OutgoingMessage message)
    {
        lock (gate)
            transport.Send(KernelChannel.IOPub, format.Write(message, [Encoding.ASCII.GetBytes($"kernel.{message.Type}")]));
    }

    /// <summary>Sends a reply to the sender of the message's parent.</summary>
    public void Reply(OutgoingMessage message, KernelChannel? channel = null)
    {
        var request = message.Parent!;
        lock (gate)
            transport.Send(channel ?? request.Channel, format.Write(message, request.Identities));
    }
}
