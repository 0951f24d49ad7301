namespace Notable.Torch;

/// <summary>Memory kept from step to step, which the TorchSharp package cannot do: the system gives and takes it.</summary>
public sealed class KeptMemory : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() { }
}
