namespace Notable.Display;

/// <summary>Limits how often something happens.</summary>
internal sealed class Pace(TimeProvider time)
{
    private long? last;

    /// <summary>Returns whether the last <see cref="Mark"/> is at least <paramref name="interval"/> ago; true if there was none.</summary>
    public bool IsOver(TimeSpan interval) => last is not { } then || time.GetElapsedTime(then) >= interval;

    /// <summary>Records that it happens now.</summary>
    public void Mark() => last = time.GetTimestamp();
}
