using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Prepares pictures for display in a grid.</summary>
internal static class PicturePreviews
{
    /// <summary>The longer side in pixels.</summary>
    public const int LongSide = 224;

    /// <summary>Maximum number of pictures per row.</summary>
    public const int MostColumns = 5;

    /// <summary>Returns the picture, reduced, as a JPEG.</summary>
    public static byte[] Jpeg(Picture picture) => picture.Within(LongSide).ToJpeg();
}
