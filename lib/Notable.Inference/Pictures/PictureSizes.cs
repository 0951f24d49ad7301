using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Reduces pictures for display.</summary>
internal static class PictureSizes
{
    /// <summary>Returns the picture with a long side of at most this many pixels.</summary>
    public static Picture Within(this Picture picture, int longSide)
    {
        var scale = Math.Min(1.0, (double)longSide / Math.Max(picture.Width, picture.Height));
        return scale == 1 ? picture : picture.Resize(Side(picture.Width), Side(picture.Height));

        int Side(int pixels) => Math.Max(1, (int)Math.Round(pixels * scale));
    }
}
