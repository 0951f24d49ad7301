namespace Notable.Gathering;

/// <summary>What to look for.</summary>
/// <param name="Text">The words.</param>
public sealed record ImageQuery(string Text)
{
    /// <summary>
    /// Licenses under which a picture may be used, changed and passed on: augmented copies are adaptations, so "nd" is out;
    /// whether "nc" is right is the user's choice.
    /// </summary>
    public static IReadOnlyList<string> FreeLicenses { get; } = ["cc0", "pdm", "by", "by-sa"];

    /// <summary>The most pictures to find.</summary>
    public int Max { get; init; } = 100;

    /// <summary>
    /// Licenses in Creative Commons' short form, lower case; empty for any. Sources that tell no license cannot keep to it, and
    /// say so in <see cref="FoundImage.License"/>.
    /// </summary>
    public IReadOnlyList<string> Licenses { get; init; } = FreeLicenses;

    /// <summary>The least pixels the shorter side should have, where the source tells the size; 0 for any.</summary>
    public int MinShortSide { get; init; }

    /// <summary>Photos only: no drawings, scans or graphics, as far as the source can tell.</summary>
    public bool PhotosOnly { get; init; }

    /// <summary>Whether a picture of that size will do; one of unknown size will.</summary>
    internal bool Accepts(int? width, int? height) => (width ?? int.MaxValue) >= MinShortSide && (height ?? int.MaxValue) >= MinShortSide;
}
