using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Pictures reduced for show.</summary>
internal static class PictureSizes
{
    /// <summary>The picture, reduced to a longer side of so many pixels at most.</summary>
    public static Picture Within(this Picture picture, int longSide)
    {
        var scale = Math.Min(1.0, (double)longSide / Math.Max(picture.Width, picture.Height));
        return scale == 1 ? picture : picture.Resize(Side(picture.Width), Side(picture.Height));

        int Side(int pixels) => Math.Max(1, (int)Math.Round(pixels * scale));
    }
}
