namespace Notable.Learning;

/// <summary>The draws that the transforms share.</summary>
internal static class RandomDraws
{
    /// <summary>A number of [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public static double Uniform(this Random random, double low, double high) => low + (high - low) * random.NextDouble();

    /// <summary>True with probability <paramref name="p"/>.</summary>
    public static bool Chance(this Random random, double p) => random.NextDouble() < p;

    /// <summary>
    /// The value where it lies in [0, 1], the range of a probability or a share; an error that names it otherwise.
    /// </summary>
    public static double Share(double value, string name) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from 0 to 1");
}
