namespace Notable.Learning;

/// <summary>Random draws shared by the transforms.</summary>
internal static class RandomDraws
{
    /// <summary>Draws a uniform number from [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public static double Uniform(this Random random, double low, double high) => low + (high - low) * random.NextDouble();

    /// <summary>Returns true with probability <paramref name="p"/>.</summary>
    public static bool Chance(this Random random, double p) => random.NextDouble() < p;

    /// <summary>Returns the value if it is in [0, 1], the range of a probability or fraction; otherwise throws with its name.</summary>
    public static double Share(double value, string name) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from 0 to 1");
}
