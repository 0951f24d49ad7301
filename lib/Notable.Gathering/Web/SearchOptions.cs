namespace Notable.Gathering;

/// <summary>How a search service is asked.</summary>
public sealed record SearchOptions
{
    /// <summary>How this program calls itself; <see cref="UserAgent.Default"/> by default.</summary>
    public string UserAgent { get; init; } = Gathering.UserAgent.Default;

    /// <summary>The least time between two requests to one service: a second by default.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one reply may take: 30 seconds by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest a busy service is waited for: a minute by default. One that asks for more is not asked again.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Where replies are kept, so that the same search asks nothing within <see cref="CacheAge"/>; null keeps none. By default
    /// <c>notable/searches</c> in the user's cache.
    /// </summary>
    public string? CacheFolder { get; init; } = ReplyCache.DefaultFolder;

    /// <summary>How old a kept reply may be: a day by default.</summary>
    public TimeSpan CacheAge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
