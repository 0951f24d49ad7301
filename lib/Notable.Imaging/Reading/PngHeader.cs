namespace Notable.Imaging.Reading;

/// <summary>The one field of a PNG header that libvips keeps to itself.</summary>
internal static class PngHeader
{
    // Signature 8, chunk length 4, "IHDR" 4, width 4, height 4, depth 1 (PNG specification, 11.2.2).
    private const int ColorTypeAt = 25, Palette = 3;

    /// <summary>Whether the file is a PNG whose pixels are indices into a table of colors.</summary>
    public static bool HasPalette(PictureFormat format, ReadOnlySpan<byte> file) =>
        format == PictureFormat.Png && file.Length > ColorTypeAt && file[ColorTypeAt] == Palette;
}
