namespace Notable.Torch;

/// <summary>Settings of the calling thread, which the TorchSharp package does not have.</summary>
public static class CallingThread
{
    /// <summary>Changes nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public static void SetThreads(int threads) => ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
}
