namespace Notable.Learning;

/// <summary>
/// The highest learning rate of each parameter group, first group nearest the pixels. Early layers of a pretrained
/// network see edges and colors that every picture has, so they are moved less than the head.
/// </summary>
public readonly struct LearningRates
{
    private readonly Func<int, double[]> spread;

    private LearningRates(Func<int, double[]> spread) => this.spread = spread;

    /// <summary>One rate for every group.</summary>
    public static implicit operator LearningRates(double rate)
    {
        Check(rate);
        return new(groups => [.. Enumerable.Repeat(rate, groups)]);
    }

    /// <summary>The last group gets <paramref name="rate"/>, all others a tenth of it (fastai's <c>slice(rate)</c>).</summary>
    public static LearningRates UpTo(double rate)
    {
        Check(rate);
        return new(groups => [.. Enumerable.Repeat(rate / 10, groups - 1), rate]);
    }

    /// <summary>
    /// Geometric steps from <paramref name="first"/> for the first group to <paramref name="last"/> for the last
    /// (fastai's <c>slice(first, last)</c>).
    /// </summary>
    public static LearningRates Between(double first, double last)
    {
        Check(first);
        Check(last);
        return new(groups => groups == 1
            ? [last]
            : [.. Enumerable.Range(0, groups).Select(i => first * Math.Pow(last / first, i / (groups - 1.0)))]);
    }

    /// <summary>The rates of <paramref name="groups"/> groups; throws when this value was never given a rate.</summary>
    public double[] For(int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        return (spread ?? throw new InvalidOperationException("no learning rate was given: use a number, UpTo or Between"))(groups);
    }

    private static void Check(double rate)
    {
        if (!double.IsFinite(rate) || rate <= 0)
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "a learning rate is a positive number, usually 1e-5 to 1e-1");
    }
}
