namespace Notable.Learning;

/// <summary>
/// A random stream named by a key such as (seed, epoch, item): the same numbers on every machine and .NET version, whatever
/// thread draws them and in whatever order the items are worked on. SplitMix64 (Steele, Lea, Flood 2014).
/// </summary>
/// <remarks>
/// <c>new Random(seed)</c> is not used: streams of neighboring seeds start with correlated numbers, and neighboring items
/// would then be augmented alike.
/// </remarks>
public sealed class SeededRandom : Random
{
    private ulong state;

    /// <summary>The stream of this key; every part of the key counts, also its position.</summary>
    /// <param name="key">For instance a seed, an epoch and an item's index.</param>
    public SeededRandom(params ReadOnlySpan<long> key)
    {
        foreach (var part in key)
            state = Mixed(state + (ulong)part);
    }

    /// <summary>The next 64 random bits.</summary>
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
