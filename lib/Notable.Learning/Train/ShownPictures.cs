using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Pictures as they stand in a grid.</summary>
internal static class ShownPictures
{
    /// <summary>The longer side in pixels.</summary>
    public const int LongSide = 224;

    /// <summary>Pictures a row, at most.</summary>
    public const int MostColumns = 5;

    /// <summary>The picture, reduced.</summary>
    public static byte[] Jpeg(Picture picture) => picture.Within(LongSide).ToJpeg();
}
