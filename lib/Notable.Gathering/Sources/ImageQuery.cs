namespace Notable.Gathering;

/// <summary>A search query.</summary>
/// <param name="Text">The search text.</param>
public sealed record ImageQuery(string Text)
{
    /// <summary>
    /// Licenses under which a picture may be used, changed and passed on: augmented copies are adaptations, so "nd" is out;
    /// whether "nc" is right is the user's choice.
    /// </summary>
    public static IReadOnlyList<string> FreeLicenses { get; } = ["cc0", "pdm", "by", "by-sa"];

    /// <summary>Maximum number of pictures to find.</summary>
    public int Max { get; init; } = 100;

    /// <summary>
    /// Licenses in Creative Commons' short form, lower case; empty for any. Sources that tell no license cannot keep to it, and
    /// say so in <see cref="FoundImage.License"/>.
    /// </summary>
    public IReadOnlyList<string> Licenses { get; init; } = FreeLicenses;

    /// <summary>Minimum length of the shorter side in pixels, if the source reports sizes; 0 for any.</summary>
    public int MinShortSide { get; init; }

    /// <summary>Whether to find photos only, if the source can distinguish them from drawings and graphics.</summary>
    public bool PhotosOnly { get; init; }

    /// <summary>Whether a picture of that size will do; one of unknown size will.</summary>
    internal bool Accepts(int? width, int? height) => (width ?? int.MaxValue) >= MinShortSide && (height ?? int.MaxValue) >= MinShortSide;
}
