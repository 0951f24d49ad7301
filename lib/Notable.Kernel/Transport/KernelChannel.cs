namespace Notable.Kernel.Transport;

/// <summary>The channels between a kernel and its front ends that carry messages.</summary>
public enum KernelChannel
{
    /// <summary>Requests that are handled one after another: execute, complete, comms.</summary>
    Shell,

    /// <summary>Requests that are handled at once: interrupt, shutdown.</summary>
    Control,

    /// <summary>Questions to the person at the front end.</summary>
    Stdin,

    /// <summary>Messages to all front ends: status, outputs, comms.</summary>
    IOPub,
}
