namespace Notable.Kernel.Transport;

/// <summary>Carries frames between a kernel and its front ends.</summary>
public interface IKernelTransport
{
    /// <summary>
    /// Raised for each message, one at a time, on a thread of the transport. Handlers should return quickly.
    /// </summary>
    event Action<KernelChannel, IReadOnlyList<byte[]>>? Received;

    /// <summary>Queues a message. Thread-safe; messages are sent in the order of the calls, and the frames are not copied.</summary>
    void Send(KernelChannel channel, IReadOnlyList<ReadOnlyMemory<byte>> frames);
}
