namespace Notable.Samples.Drawing;

/// <summary>The SplitMix64 generator (Steele, Lea and Flood, 2014): the same numbers for a seed on every machine and runtime.</summary>
/// <param name="seed">Any number.</param>
internal sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;

    /// <summary>Draws a uniform number from [0, 1).</summary>
    public double Next() => (Bits() >> 11) * (1.0 / (1ul << 53));

    /// <summary>Draws a uniform number from [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public double Between(double low, double high) => low + (high - low) * Next();

    /// <summary>Draws an integer from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Integer(int low, int high) => low + (int)(Next() * (high - low + 1));

    /// <summary>Returns true with this probability.</summary>
    public bool Chance(double probability) => Next() < probability;

    /// <summary>Draws 64 random bits.</summary>
    public ulong Bits() => Mix(state += 0x9E3779B97F4A7C15);

    /// <summary>SplitMix64's finalizer: spreads neighboring numbers over all 64 bits.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
