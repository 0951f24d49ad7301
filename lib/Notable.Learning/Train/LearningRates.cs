namespace Notable.Learning;

/// <summary>
/// The highest learning rate of each parameter group, from the input to the head. Early layers of a pretrained network detect edges and
/// colors, which all photos share, so they are changed less than the head.
/// </summary>
public readonly struct LearningRates
{
    private readonly Func<int, double[]> spread;

    private LearningRates(Func<int, double[]> spread) => this.spread = spread;

    /// <summary>Uses one rate for all groups.</summary>
    public static implicit operator LearningRates(double rate)
    {
        Check(rate);
        return new(groups => [.. Enumerable.Repeat(rate, groups)]);
    }

    /// <summary>Uses <paramref name="rate"/> for the last group and a tenth of it for the others (fastai's <c>slice(rate)</c>).</summary>
    public static LearningRates UpTo(double rate)
    {
        Check(rate);
        return new(groups => [.. Enumerable.Repeat(rate / 10, groups - 1), rate]);
    }

    /// <summary>
    /// Spaces the rates geometrically from <paramref name="first"/> for the first group to <paramref name="last"/> for the last
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

    /// <summary>Returns the rates of <paramref name="groups"/> groups; throws if none was ever given.</summary>
    public double[] For(int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        return (spread ?? throw new InvalidOperationException("no learning rate was given: assign a number, or use UpTo or Between"))(groups);
    }

    private static void Check(double rate)
    {
        if (!double.IsFinite(rate) || rate <= 0)
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "a learning rate must be a positive number, usually 1e-5 to 1e-1");
    }
}
