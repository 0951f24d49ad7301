namespace Notable.Kernel.Transport;

/// <summary>Carries frames between a kernel and its front ends.</summary>
public interface IKernelTransport
{
    /// <summary>
    /// Told of each message that comes in, one at a time, on a thread of the transport: pass it on and return.
    /// </summary>
    event Action<KernelChannel, IReadOnlyList<byte[]>>? Received;

    /// <summary>Sends a message soon, from any thread and in the order of the calls; the frames are not copied.</summary>
    void Send(KernelChannel channel, IReadOnlyList<ReadOnlyMemory<byte>> frames);
}
