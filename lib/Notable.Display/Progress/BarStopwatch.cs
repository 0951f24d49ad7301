namespace Notable.Display;

/// <summary>Adds the elapsed time to the states of a bar.</summary>
internal sealed class BarStopwatch(TimeProvider time, string label)
{
    private long start = time.GetTimestamp();

    /// <summary>Starts the bar again.</summary>
    public BarState Start(long total)
    {
        start = time.GetTimestamp();
        return At(0, total, null);
    }

    /// <summary>Returns the current state.</summary>
    public BarState At(long done, long total, string? note) => new(label, done, total, note, time.GetElapsedTime(start));
}
