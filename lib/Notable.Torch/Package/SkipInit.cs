namespace Notable.Torch;

/// <summary>Layers made without first values, which the TorchSharp package cannot do: they have their usual ones.</summary>
public static class SkipInit
{
    /// <summary>Changes nothing.</summary>
    public static IDisposable Begin() => new Region();

    private sealed class Region : IDisposable
    {
        public void Dispose() { }
    }
}
