namespace Notable.Gathering;

/// <summary>A picture that a source told of. Only <see cref="ImageUrl"/> is certain to be known.</summary>
public sealed record FoundImage
{
    /// <summary>The file itself, exactly as the source gave it: its query string may be a signature.</summary>
    public required Uri ImageUrl { get; init; }

    /// <summary>The source's name.</summary>
    public required string Provider { get; init; }

    /// <summary>The words it was found with.</summary>
    public required string Query { get; init; }

    /// <summary>A small copy.</summary>
    public Uri? ThumbnailUrl { get; init; }

    /// <summary>The page that shows it: the one to credit.</summary>
    public Uri? PageUrl { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Pixels a row.</summary>
    public int? Width { get; init; }

    /// <summary>Rows.</summary>
    public int? Height { get; init; }

    /// <summary>Who made it.</summary>
    public string? Creator { get; init; }

    /// <summary>The license, as "by-sa 4.0".</summary>
    public string? License { get; init; }

    /// <summary>The license's text.</summary>
    public Uri? LicenseUrl { get; init; }

    /// <summary>A line that credits it.</summary>
    public string? Attribution { get; init; }

    /// <summary>Whether a service offers the file for download: then its host's robots.txt, made for crawlers, is not asked.</summary>
    internal bool IsOffered { get; init; } = true;

    /// <summary>The file on this computer, where the source is a folder.</summary>
    internal string? LocalPath { get; init; }
}
