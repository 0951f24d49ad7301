namespace Notable.Gathering;

/// <summary>A picture found by a source. Only the required properties are always known.</summary>
public sealed record FoundImage
{
    /// <summary>Address of the picture file, exactly as the source returned it (its query string may be a signature).</summary>
    public required Uri ImageUrl { get; init; }

    /// <summary>The source's name.</summary>
    public required string Provider { get; init; }

    /// <summary>The query text it was found with.</summary>
    public required string Query { get; init; }

    /// <summary>Address of a thumbnail.</summary>
    public Uri? ThumbnailUrl { get; init; }

    /// <summary>Address of the page that shows it, for attribution.</summary>
    public Uri? PageUrl { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Width in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>The author.</summary>
    public string? Creator { get; init; }

    /// <summary>The license, for example "by-sa 4.0".</summary>
    public string? License { get; init; }

    /// <summary>Address of the license text.</summary>
    public Uri? LicenseUrl { get; init; }

    /// <summary>An attribution line.</summary>
    public string? Attribution { get; init; }

    /// <summary>
    /// Whether a service offers the file for download; if so, its host's robots.txt, which is meant for crawlers, is not checked.
    /// </summary>
    internal bool IsOffered { get; init; } = true;

    /// <summary>The path on this computer, if the source is a folder.</summary>
    internal string? LocalPath { get; init; }
}
