namespace Notable.AppHost.Limits;

/// <summary>The share of one address in a resource that all visitors share.</summary>
internal static class FairShare
{
    /// <summary>The maximum ratio of an address's use to what is free.</summary>
    public const double OfFree = 0.5;

    /// <summary>Returns the maximum that one address can get if no other uses anything.</summary>
    public static long MostOf(long total) => (long)(total * OfFree / (1 + OfFree));
}
