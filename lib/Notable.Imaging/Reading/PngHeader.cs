namespace Notable.Imaging.Reading;

/// <summary>Reads the field of a PNG header that libvips does not report.</summary>
internal static class PngHeader
{
    // Signature 8, chunk length 4, "IHDR" 4, width 4, height 4, depth 1 (PNG specification, 11.2.2).
    private const int ColorTypeAt = 25, Palette = 3;

    /// <summary>Returns whether the file is a PNG with a palette.</summary>
    public static bool HasPalette(PictureFormat format, ReadOnlySpan<byte> file) =>
        format == PictureFormat.Png && file.Length > ColorTypeAt && file[ColorTypeAt] == Palette;
}
