namespace Notable.Display;

/// <summary>Lets something happen no more often than once an interval.</summary>
internal sealed class Pace(TimeProvider time)
{
    private long? last;

    /// <summary>Whether nothing happened within the last <paramref name="interval"/>; true the first time.</summary>
    public bool IsOver(TimeSpan interval) => last is not { } then || time.GetElapsedTime(then) >= interval;

    /// <summary>It happens now.</summary>
    public void Mark() => last = time.GetTimestamp();
}
