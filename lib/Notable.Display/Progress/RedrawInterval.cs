namespace Notable.Display;

/// <summary>Limits how often a progress display is redrawn.</summary>
internal sealed class RedrawInterval(TimeProvider time)
{
    /// <summary>A terminal and a notebook are redrawn at most this often.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private long? last;

    /// <summary>Returns whether the last <see cref="Mark"/> is at least <paramref name="interval"/> ago; true if there was none.</summary>
    public bool IsOver(TimeSpan interval) => last is not { } then || time.GetElapsedTime(then) >= interval;

    /// <summary>Records that it happens now.</summary>
    public void Mark() => last = time.GetTimestamp();
}
