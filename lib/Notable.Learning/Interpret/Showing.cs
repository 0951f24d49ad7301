using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Pictures as they stand in a grid.</summary>
internal static class Showing
{
    /// <summary>The longer side in pixels.</summary>
    public const int LongSide = 224;

    /// <summary>Pictures a row, at most.</summary>
    public const int MostColumns = 5;

    /// <summary>The picture, reduced.</summary>
    public static byte[] Jpeg(Picture picture) => picture.Within(LongSide).ToJpeg();

    /// <summary>The picture, reduced to a longer side of so many pixels at most.</summary>
    public static Picture Within(this Picture picture, int longSide)
    {
        var scale = Math.Min(1.0, (double)longSide / Math.Max(picture.Width, picture.Height));
        return scale == 1 ? picture : picture.Resize(Side(picture.Width), Side(picture.Height));

        int Side(int pixels) => Math.Max(1, (int)Math.Round(pixels * scale));
    }
}
