namespace Notable.Gathering;

/// <summary>How files are fetched, and what is not kept.</summary>
public sealed record DownloadOptions
{
    /// <summary>How this program calls itself; <see cref="UserAgent.Default"/> by default.</summary>
    public string UserAgent { get; init; } = Gathering.UserAgent.Default;

    /// <summary>Downloads at once from one host.</summary>
    public int PerHost { get; init; } = 3;

    /// <summary>Downloads at once in all.</summary>
    public int InAll { get; init; } = 8;

    /// <summary>The most bytes a file may have: 20 MB by default.</summary>
    public long MaxBytes { get; init; } = 20_000_000;

    /// <summary>How long one file may take: 30 seconds by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Redirects that are followed for one file.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>The longest a busy host is waited for: a minute by default.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether addresses of this computer and of private networks may be asked. Off by default: a list of addresses from outside
    /// could otherwise reach what is not meant for it.
    /// </summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
