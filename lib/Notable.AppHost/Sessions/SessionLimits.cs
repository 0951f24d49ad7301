using Notable.AppHost.Limits;

namespace Notable.AppHost.Sessions;

/// <summary>The limits every session of an app lives under; their meaning and defaults are those of <see cref="AppOptions"/>.</summary>
internal sealed record SessionLimits(
    long MaxUploadBytes, int MaxVisitors, TimeSpan HandlerTimeout,
    TimeSpan ConnectTimeout, TimeSpan ResumeWindow, TimeSpan IdleTimeout, TimeProvider TimeProvider)
{
    /// <exception cref="AppHostException">A limit that cannot be.</exception>
    public static SessionLimits Of(AppOptions options)
    {
        options.Check();
        return new(options.MaxUploadBytes, options.MaxVisitors, options.HandlerTimeout,
            options.ConnectTimeout, options.ResumeWindow, options.IdleTimeout, options.TimeProvider);
    }

    /// <summary>The largest message that is taken from a page.</summary>
    public int MaxMessageBytes => (int)(MaxUploadBytes + Budgets.Envelope);
}
