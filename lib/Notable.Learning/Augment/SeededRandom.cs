namespace Notable.Learning;

/// <summary>
/// A random generator identified by a key such as (seed, epoch, item): the same numbers on every machine and .NET version, on any thread
/// and in any order of the items. SplitMix64 (Steele, Lea, Flood 2014).
/// </summary>
/// <remarks>
/// <c>new Random(seed)</c> is not used: generators with neighboring seeds start with correlated numbers, so neighboring items would get
/// similar augmentations.
/// </remarks>
public sealed class SeededRandom : Random
{
    private ulong state;

    /// <summary>Creates the generator of this key; the order of its parts matters.</summary>
    /// <param name="key">For example a seed, an epoch and an item's index.</param>
    public SeededRandom(params ReadOnlySpan<long> key)
    {
        foreach (var part in key)
            state = Mixed(state + (ulong)part);
    }

    /// <summary>Returns the next 64 random bits.</summary>
    private ulong NextBits() => Mixed(state += 0x9E3779B97F4A7C15);

    /// <inheritdoc/>
    protected override double Sample() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <inheritdoc/>
    public override int Next() => Next(int.MaxValue);

    /// <inheritdoc/>
    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    /// <inheritdoc/>
    public override void NextBytes(Span<byte> buffer)
    {
        foreach (ref var value in buffer)
            value = (byte)(NextBits() >> 56);
    }

    private static ulong Mixed(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
