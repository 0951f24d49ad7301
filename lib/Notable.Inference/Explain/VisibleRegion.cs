using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// The part of a picture that the network sees, in fractions of the picture's width and height; values below 0 or above 1 mean that a border
/// was added.
/// </summary>
internal readonly record struct VisibleRegion(double Left, double Top, double Width, double Height)
{
    /// <summary>Returns the part that remains of this picture after a resize.</summary>
    public static VisibleRegion Of(PictureResize resize, Picture picture)
    {
        double wide = picture.Width, high = picture.Height;
        // The whole picture; a square of the shorter side; or one of the longer side.
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

    /// <summary>Maps a position in the picture to a position in the part, both in fractions; null if it is outside.</summary>
    public (double Across, double Down)? Place(double x, double y)
    {
        var (across, down) = ((x - Left) / Width, (y - Top) / Height);
        return across is >= 0 and <= 1 && down is >= 0 and <= 1 ? (across, down) : null;
    }
}
