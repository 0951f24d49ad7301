namespace Notable.Gathering;

/// <summary>What one file was found to be, looked at by itself.</summary>
/// <param name="File">Its path below the folder.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record InspectedFile(string File, long Bytes)
{
    /// <summary>What is wrong; grows when the file is compared with others.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Whether it is a link: of two copies the file itself is kept, for a link to it would lead nowhere.</summary>
    public bool IsLink { get; init; }

    /// <summary>Width times height; 0 where it could not be read.</summary>
    public long Pixels { get; init; }

    /// <summary>How it looks; null where it could not be read or is plain all over.</summary>
    public PerceptualHash? Hash { get; init; }

    /// <summary>The SHA-256 of its bytes; null where no other file is as long.</summary>
    public string? Sha256 { get; init; }
}
