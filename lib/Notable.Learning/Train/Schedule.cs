namespace Notable.Learning;

/// <summary>
/// How learning rate and momentum change over one fit. Both are functions of the finished fraction of the fit, 0 to 1, evaluated before each
/// step.
/// </summary>
/// <param name="Rate">The factor on a parameter group's highest learning rate.</param>
/// <param name="Momentum">Adam's first decay rate.</param>
public sealed record Schedule(Func<double, double> Rate, Func<double, double> Momentum)
{
    private const double HighMomentum = 0.95, LowMomentum = 0.85;

    /// <summary>A constant rate, and momentum 0.9.</summary>
    public static Schedule Constant { get; } = new(_ => 1, _ => 0.9);

    /// <summary>
    /// Returns Smith's one-cycle policy with cosine annealing: the rate rises from 1/<paramref name="div"/> to 1 over the first
    /// <paramref name="pctStart"/> of the fit and falls to 1/<paramref name="divFinal"/> over the rest; momentum goes
    /// from 0.95 to 0.85 and back. The defaults are fastai's.
    /// </summary>
    public static Schedule OneCycle(double pctStart = 0.25, double div = 25, double divFinal = 1e5)
    {
        // Written so that NaN fails too.
        if (!(pctStart > 0 && pctStart < 1))
            throw new ArgumentOutOfRangeException(nameof(pctStart), pctStart, "pctStart must be between 0 and 1, both excluded");
        if (!(div >= 1 && divFinal >= 1))
            throw new ArgumentOutOfRangeException(nameof(div), (div, divFinal), "div and divFinal must be at least 1");
        return new(
            done => UpThenDown(done, pctStart, 1 / div, 1, 1 / divFinal),
            done => UpThenDown(done, pctStart, HighMomentum, LowMomentum, HighMomentum));
    }

    /// <summary>
    /// Returns a constant rate over the first <paramref name="pctStart"/> of the fit, then a cosine down to 1/<paramref name="divFinal"/> of
    /// it; momentum is 0.9.
    /// </summary>
    public static Schedule FlatCos(double pctStart = 0.75, double divFinal = 1e5)
    {
        if (!(pctStart >= 0 && pctStart < 1))
            throw new ArgumentOutOfRangeException(nameof(pctStart), pctStart, "pctStart must be from 0 to below 1");
        if (!(divFinal >= 1))
            throw new ArgumentOutOfRangeException(nameof(divFinal), divFinal, "divFinal must be at least 1");
        return new(done => done < pctStart ? 1 : Cosine(1, 1 / divFinal, (done - pctStart) / (1 - pctStart)), Constant.Momentum);
    }

    private static double UpThenDown(double done, double turn, double start, double middle, double end) =>
        done < turn ? Cosine(start, middle, done / turn) : Cosine(middle, end, (done - turn) / (1 - turn));

    private static double Cosine(double from, double to, double share) =>
        from + (1 + Math.Cos(Math.PI * (1 - share))) * (to - from) / 2;
}
