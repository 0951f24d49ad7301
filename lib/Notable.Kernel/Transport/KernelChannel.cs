namespace Notable.Kernel.Transport;

/// <summary>The channels between a kernel and its front ends that carry messages.</summary>
public enum KernelChannel
{
    /// <summary>Requests that are served one after another: execute, complete, comms.</summary>
    Shell,

    /// <summary>Requests that are served at once: interrupt, shutdown.</summary>
    Control,

    /// <summary>Questions of the kernel to the person at the front end.</summary>
    Stdin,

    /// <summary>What every front end is told: status, outputs, comms.</summary>
    IOPub,
}
