namespace Notable.Gathering;

/// <summary>A search query.</summary>
/// <param name="Text">The search text.</param>
public sealed record ImageQuery(string Text)
{
    /// <summary>
    /// Licenses that permit use, modification and sharing: augmented copies are adaptations, so "nd" is excluded; whether "nc" is acceptable is
    /// the user's choice.
    /// </summary>
    public static IReadOnlyList<string> FreeLicenses { get; } = ["cc0", "pdm", "by", "by-sa"];

    /// <summary>Maximum number of pictures to find.</summary>
    public int Max { get; init; } = 100;

    /// <summary>
    /// Licenses in Creative Commons' short form, lower case; empty for any. Sources that don't report licenses ignore this filter: see
    /// <see cref="FoundImage.License"/>.
    /// </summary>
    public IReadOnlyList<string> Licenses { get; init; } = FreeLicenses;

    /// <summary>Minimum length of the shorter side in pixels, if the source reports sizes; 0 for any.</summary>
    public int MinShortSide { get; init; }

    /// <summary>Whether to find photos only, if the source can distinguish them from drawings and graphics.</summary>
    public bool PhotosOnly { get; init; }

    /// <summary>Returns whether a picture has an accepted size; an unknown size is accepted.</summary>
    internal bool Accepts(int? width, int? height) => (width ?? int.MaxValue) >= MinShortSide && (height ?? int.MaxValue) >= MinShortSide;
}
