namespace Notable.Gathering;

/// <summary>The results of inspecting one file.</summary>
/// <param name="File">Its path relative to the folder.</param>
/// <param name="Bytes">Its length in bytes.</param>
internal sealed record InspectedFile(string File, long Bytes)
{
    /// <summary>Its problems; comparing it with other files may add some.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Whether it is a link: of two copies the file itself is kept, since a link to it would lead nowhere.</summary>
    public bool IsLink { get; init; }

    /// <summary>Width times height; 0 if it could not be read.</summary>
    public long Pixels { get; init; }

    /// <summary>Its perceptual hash; null if it could not be read or has only one color.</summary>
    public PerceptualHash? Hash { get; init; }

    /// <summary>The SHA-256 of its content; null if no other file has the same length.</summary>
    public string? Sha256 { get; init; }
}
