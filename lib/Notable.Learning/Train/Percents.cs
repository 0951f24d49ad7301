namespace Notable.Learning;

/// <summary>Error rates for sentences.</summary>
internal static class Percents
{
    /// <summary>A share in percent with one decimal. Take the share that is left as 100 minus this: rounded on its own, both may sum to 100.1.</summary>
    public static double Of(double share) => Math.Round(100 * share, 1, MidpointRounding.AwayFromZero);
}
