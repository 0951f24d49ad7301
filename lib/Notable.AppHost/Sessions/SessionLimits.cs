using Notable.AppHost.Limits;

namespace Notable.AppHost.Sessions;

/// <summary>The limits and timeouts of each session of an app, from <see cref="AppOptions"/>.</summary>
internal sealed record SessionLimits(
    long MaxUploadBytes, int MaxVisitors, TimeSpan HandlerTimeout,
    TimeSpan ConnectTimeout, TimeSpan ResumeWindow, TimeSpan IdleTimeout, TimeProvider TimeProvider)
{
    /// <exception cref="AppHostException">A limit is invalid.</exception>
    public static SessionLimits Of(AppOptions options)
    {
        options.Check();
        return new(options.MaxUploadBytes, options.MaxVisitors, options.HandlerTimeout,
            options.ConnectTimeout, options.ResumeWindow, options.IdleTimeout, options.TimeProvider);
    }

    /// <summary>The maximum size of a message from a page in bytes.</summary>
    public int MaxMessageBytes => (int)(MaxUploadBytes + ResourceLimits.Envelope);
}
