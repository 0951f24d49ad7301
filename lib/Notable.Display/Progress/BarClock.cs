namespace Notable.Display;

/// <summary>Puts the time into the states of a bar.</summary>
internal sealed class BarClock(TimeProvider time, string label)
{
    private long start = time.GetTimestamp();

    /// <summary>The bar begins anew.</summary>
    public BarState Start(long total)
    {
        start = time.GetTimestamp();
        return At(0, total, null);
    }

    /// <summary>The bar at this moment.</summary>
    public BarState At(long done, long total, string? note) => new(label, done, total, note, time.GetElapsedTime(start));
}
