namespace Notable.Gathering;

/// <summary>Options for checking files.</summary>
public sealed record VerifyOptions
{
    /// <summary>Minimum length of the shorter side in pixels; 64 by default, half the smallest size that networks are usually trained at.</summary>
    public int MinShortSide { get; init; } = 64;

    /// <summary>
    /// Maximum number of different bits, of 256, in the hashes of two pictures for a detailed comparison, which then decides whether they are
    /// the same; 0 to 255, negative for no comparison. Copies of a photo in other sizes and qualities differed in up to 4 bits, photos of different
    /// notes of the same design in 9 and more.
    /// </summary>
    public int NearDuplicateBits { get; init; } = NearDuplicateThresholds.HashBits;

    /// <summary>Number of files checked in parallel; the number of processors by default.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Maximum number of bytes and pixels of a file; those of <see cref="Imaging.DecodeOptions.Default"/> by default.</summary>
    public Imaging.DecodeOptions Limits { get; init; } = Imaging.DecodeOptions.Default;
}
