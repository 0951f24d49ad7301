using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Functions shared by <see cref="MixUp"/> and <see cref="CutMix"/>.</summary>
internal static class Mixing
{
    /// <summary>Returns [count] int64: for each picture, the index of the one it is mixed with.</summary>
    public static Tensor Order(int count, Random random, Device device)
    {
        long[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order);
        return tensor(order, device: device);
    }

    /// <summary>
    /// Returns a rectangle around a random center that covers 1 - <paramref name="share"/> of the picture's area, clipped to its borders.
    /// </summary>
    public static (long Left, long Top, long Right, long Bottom) Rectangle(long width, long height, double share, Random random)
    {
        var side = Math.Sqrt(1 - share);
        var (w, h) = ((long)Math.Round(width * side), (long)Math.Round(height * side));
        var (x, y) = (random.NextInt64(width), random.NextInt64(height));
        return (Math.Max(x - w / 2, 0), Math.Max(y - h / 2, 0), Math.Min(x + w / 2, width), Math.Min(y + h / 2, height));
    }

    /// <summary>Draws from Beta(a, a), as a ratio of two gamma draws (Marsaglia and Tsang 2000).</summary>
    public static double NextBeta(this Random random, double a)
    {
        var (x, y) = (random.NextGamma(a), random.NextGamma(a));
        return x + y > 0 ? x / (x + y) : 0.5;
    }

    private static double NextGamma(this Random random, double a)
    {
        if (a < 1)
            return random.NextGamma(a + 1) * Math.Pow(random.NextDouble(), 1 / a);
        var d = a - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + c * normal, 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < normal * normal / 2 + d - d * v + d * Math.Log(v))
                return d * v;
        }
    }
}
