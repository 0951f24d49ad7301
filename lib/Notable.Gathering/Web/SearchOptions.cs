namespace Notable.Gathering;

/// <summary>Options for requests to search services. <see cref="DownloadOptions"/> are those for the pictures that they find.</summary>
public sealed record SearchOptions
{
    /// <summary>The user agent sent to servers; <see cref="UserAgent.Default"/> by default.</summary>
    public string UserAgent { get; init; } = Gathering.UserAgent.Default;

    /// <summary>Minimum time between two requests to one service; one second by default.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Time limit for one reply; 30 seconds by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Maximum time to wait for a busy service; one minute by default. If the service asks for a longer wait, the search fails.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Folder in which replies are cached, so that a search repeated within <see cref="CacheAge"/> sends no request; null for no cache. By
    /// default <c>notable/searches</c> in the user's cache.
    /// </summary>
    public string? CacheFolder { get; init; } = ReplyCache.DefaultFolder;

    /// <summary>Maximum age of a cached reply; one day by default.</summary>
    public TimeSpan CacheAge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The clock; the system clock by default.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
