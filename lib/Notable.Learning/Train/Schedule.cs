namespace Notable.Learning;

/// <summary>
/// How learning rate and momentum move over one fit. Both are functions of the share of the fit that is done, 0 to 1,
/// read just before a step.
/// </summary>
/// <param name="Rate">The factor on a parameter group's highest learning rate.</param>
/// <param name="Momentum">Adam's first decay rate.</param>
public sealed record Schedule(Func<double, double> Rate, Func<double, double> Momentum)
{
    private const double HighMomentum = 0.95, LowMomentum = 0.85;

    /// <summary>One rate and momentum 0.9 throughout.</summary>
    public static Schedule Constant { get; } = new(_ => 1, _ => 0.9);

    /// <summary>
    /// Smith's one-cycle policy with cosine ends: the rate climbs from 1/<paramref name="div"/> to 1 over the first
    /// <paramref name="pctStart"/> of the fit and falls to 1/<paramref name="divFinal"/> over the rest; momentum runs
    /// the other way, 0.95 to 0.85 and back. The defaults are fastai's.
    /// </summary>
    public static Schedule OneCycle(double pctStart = 0.25, double div = 25, double divFinal = 1e5)
    {
        // written so that NaN fails too
        if (!(pctStart > 0 && pctStart < 1))
            throw new ArgumentOutOfRangeException(nameof(pctStart), pctStart, "a one-cycle turns between 0 and 1, both excluded");
        if (!(div >= 1 && divFinal >= 1))
            throw new ArgumentOutOfRangeException(nameof(div), (div, divFinal), "the divisors of a one-cycle are at least 1");
        return new(
            done => UpThenDown(done, pctStart, 1 / div, 1, 1 / divFinal),
            done => UpThenDown(done, pctStart, HighMomentum, LowMomentum, HighMomentum));
    }

    /// <summary>
    /// One rate over the first <paramref name="pctStart"/> of the fit, then a cosine down to 1/<paramref name="divFinal"/> of it; momentum
    /// 0.9 throughout.
    /// </summary>
    public static Schedule FlatCos(double pctStart = 0.75, double divFinal = 1e5)
    {
        if (!(pctStart >= 0 && pctStart < 1))
            throw new ArgumentOutOfRangeException(nameof(pctStart), pctStart, "the flat part is 0 to 1 of the fit, 1 excluded");
        if (!(divFinal >= 1))
            throw new ArgumentOutOfRangeException(nameof(divFinal), divFinal, "the divisor of the last rate is at least 1");
        return new(done => done < pctStart ? 1 : Cosine(1, 1 / divFinal, (done - pctStart) / (1 - pctStart)), Constant.Momentum);
    }

    private static double UpThenDown(double done, double turn, double start, double middle, double end) =>
        done < turn ? Cosine(start, middle, done / turn) : Cosine(middle, end, (done - turn) / (1 - turn));

    private static double Cosine(double from, double to, double share) =>
        from + (1 + Math.Cos(Math.PI * (1 - share))) * (to - from) / 2;
}
