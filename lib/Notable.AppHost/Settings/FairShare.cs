namespace Notable.AppHost.Settings;

/// <summary>What one address gets of a resource that all visitors share.</summary>
internal static class FairShare
{
    /// <summary>The part of what is free that one address may have in use.</summary>
    public const double OfFree = 0.5;

    /// <summary>The most that one address can ever get when nobody else uses anything.</summary>
    public static long MostOf(long total) => (long)(total * OfFree / (1 + OfFree));
}
