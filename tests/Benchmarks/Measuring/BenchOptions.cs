namespace Benchmarks.Measuring;

/// <summary>What <c>notable bench</c> was asked for.</summary>
/// <param name="Threads">Threads an operation may use, here and on the Python side.</param>
/// <param name="Data">A folder of pictures; null for drawn notes.</param>
/// <param name="Device"><c>cpu</c> or <c>cuda</c>: where networks compute.</param>
/// <param name="Peer">The Python side; null where it was not asked for.</param>
/// <param name="Quick">One run of everything, no warm-up: to see that it works, not how fast.</param>
internal sealed record BenchOptions(int Threads, string? Data, string Device, PythonPeer? Peer, bool Quick)
{
    /// <summary>The number of runs, or one.</summary>
    public int Runs(int asked) => Quick ? 1 : asked;

    /// <summary>The number of untimed runs, or none.</summary>
    public int Warm(int asked) => Quick ? 0 : asked;
}
