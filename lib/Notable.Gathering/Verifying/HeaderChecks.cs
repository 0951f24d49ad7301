using Notable.Imaging;

namespace Notable.Gathering;

/// <summary>Finds remarks about a readable picture from its header.</summary>
internal static class HeaderChecks
{
    public static IEnumerable<Problem> Of(string file, PictureInfo info, int minShortSide)
    {
        if (Math.Min(info.Width, info.Height) < minShortSide)
            yield return new(ProblemKind.TooSmall, $"is {info.UprightWidth} x {info.UprightHeight} pixels; the shorter side must be at least {minShortSide}");
        if (Color(info) is { } color)
            yield return new(ProblemKind.OddColor, color);
        if (info.Frames > 1)
            yield return new(ProblemKind.Animated, $"contains {info.Frames} pictures, of which only the first is used");
        if (info.Orientation != 1)
            yield return new(ProblemKind.Rotated, $"is stored rotated or mirrored (EXIF orientation {info.Orientation}); programs that ignore the orientation show it that way");
        if (!PictureExtensions.Fits(file, info.Format))
            yield return new(ProblemKind.SuspiciousExtension, $"is named {Path.GetExtension(file)} but contains a {info.Format} picture");
    }

    /// <summary>Describes an unusual color format. Gray is usual, and every GIF has a palette.</summary>
    private static string? Color(PictureInfo info) => info switch
    {
        { Color: PictureColor.Cmyk } => "is stored as CMYK, for print; other programs may show other colors",
        { Color: PictureColor.Lab } => "is stored as L*a*b*; other programs may not read it",
        { Color: PictureColor.Palette, Format: not PictureFormat.Gif } => "uses a palette of at most 256 colors",
        { Color: PictureColor.Other } => "has an unknown color space",
        { Bits: > 8 } => $"has {info.Bits} bits per sample, which are reduced to 8",
        _ => null,
    };
}
