using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// The part of a picture that the network sees, in shares of the picture's width and height; below 0 and above 1 it sees a border that
/// was added.
/// </summary>
internal readonly record struct SeenPart(double Left, double Top, double Width, double Height)
{
    /// <summary>What a resize rule leaves of a picture of this shape.</summary>
    public static SeenPart Of(PictureResize resize, Picture picture)
    {
        double wide = picture.Width, high = picture.Height;
        // Whole, squished; or a square of the shorter side; or one of the longer.
        double? side = resize.Method switch
        {
            ResizeMethod.Crop => Math.Min(wide, high),
            ResizeMethod.Pad or ResizeMethod.PadBlack => Math.Max(wide, high),
            _ => null,
        };
        var kept = (double)resize.Size / resize.ResizeTo;
        var (width, height) = ((side ?? wide) / wide * kept, (side ?? high) / high * kept);
        return new((1 - width) / 2, (1 - height) / 2, width, height);
    }

    /// <summary>Where in the part a place of the picture lies, in shares of it; null outside.</summary>
    public (double Across, double Down)? Place(double x, double y)
    {
        var (across, down) = ((x - Left) / Width, (y - Top) / Height);
        return across is >= 0 and <= 1 && down is >= 0 and <= 1 ? (across, down) : null;
    }
}
