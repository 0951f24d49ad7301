namespace Notable.Gathering;

/// <summary>Options for downloading pictures.</summary>
public sealed record DownloadOptions
{
    /// <summary>The user agent sent to servers; <see cref="UserAgent.Default"/> by default.</summary>
    public string UserAgent { get; init; } = Gathering.UserAgent.Default;

    /// <summary>Maximum number of simultaneous downloads per host.</summary>
    public int PerHost { get; init; } = 3;

    /// <summary>Maximum number of simultaneous downloads in total.</summary>
    public int InAll { get; init; } = 8;

    /// <summary>Maximum file size in bytes; 20 MB by default.</summary>
    public long MaxBytes { get; init; } = 20_000_000;

    /// <summary>Time limit for one file; 30 seconds by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Maximum number of redirects for one file.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Maximum time to wait for a busy host; one minute by default.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether to download from this computer and from private networks. False by default: addresses from outside could otherwise reach
    /// internal services.
    /// </summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>The clock; the system clock by default.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
