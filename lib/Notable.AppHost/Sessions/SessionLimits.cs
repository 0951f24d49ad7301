namespace Notable.AppHost.Sessions;

/// <summary>The limits every session of an app lives under; their meaning and defaults are those of <see cref="AppOptions"/>.</summary>
internal sealed record SessionLimits(
    long MaxUploadBytes, int MaxVisitors, TimeSpan HandlerTimeout,
    TimeSpan ConnectTimeout, TimeSpan ResumeWindow, TimeSpan IdleTimeout, TimeProvider TimeProvider)
{
    /// <summary>What a message has beside the bytes of the files in it.</summary>
    private const int Envelope = 256 * 1024;

    /// <summary>A message is held in memory as one piece.</summary>
    private const long MostUploadBytes = 1_000_000_000;

    /// <exception cref="AppHostException">A limit that cannot be.</exception>
    public static SessionLimits Of(AppOptions options) => options.MaxUploadBytes is > 0 and <= MostUploadBytes
        ? new(options.MaxUploadBytes, options.MaxVisitors, options.HandlerTimeout,
            options.ConnectTimeout, options.ResumeWindow, options.IdleTimeout, options.TimeProvider)
        : throw new AppHostException($"Uploads cannot be limited to {options.MaxUploadBytes} bytes. Give a number from 1 to {MostUploadBytes}.");

    /// <summary>The largest message that is taken from a page.</summary>
    public int MaxMessageBytes => (int)(MaxUploadBytes + Envelope);
}
