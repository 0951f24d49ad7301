namespace Notable.Testing;

/// <summary>The fixed inputs of the golden numbers: a 32-bit linear congruential generator any language can repeat.</summary>
public static class Formula
{
    /// <summary>
    /// <paramref name="count"/> values in [<paramref name="lo"/>, <paramref name="hi"/>), row-major, as
    /// <c>U(seed, shape, lo, hi)</c> of the golden folder: x &lt;- 1664525 x + 1013904223 (mod 2^32), u = (x &gt;&gt; 8) / 2^24.
    /// </summary>
    public static float[] Uniform(uint seed, int count, double lo, double hi)
    {
        var values = new float[count];
        var x = seed;
        for (var i = 0; i < count; i++)
        {
            x = unchecked(1664525u * x + 1013904223u);
            values[i] = (float)(lo + (hi - lo) * ((x >> 8) / 16777216.0));
        }
        return values;
    }
}
