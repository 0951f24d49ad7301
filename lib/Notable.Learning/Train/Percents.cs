namespace Notable.Learning;

/// <summary>Rounds error rates for text.</summary>
internal static class Percents
{
    /// <summary>
    /// Returns a fraction in percent with one decimal. Compute the complement as 100 minus this: rounded separately, both may add up to
    /// 100.1.
    /// </summary>
    public static double Of(double share) => Math.Round(100 * share, 1, MidpointRounding.AwayFromZero);
}
