namespace Notable.Imaging;

/// <summary>Creates small JPEG copies of pictures for display.</summary>
public static class Thumbnails
{
    /// <summary>
    /// Returns a small upright JPEG of a picture file, without the original's metadata (location, time, camera).
    /// </summary>
    /// <param name="file">The file's bytes, of any accepted format.</param>
    /// <param name="longSide">Maximum length of the longer side in pixels. Smaller pictures keep their size.</param>
    /// <param name="quality">1 (small) to 100 (fine).</param>
    /// <inheritdoc cref="Picture.Open" path="/exception"/>
    public static byte[] Jpeg(ReadOnlyMemory<byte> file, int longSide, int quality = 85)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longSide, 1);
        var info = Picture.Identify(file);
        var (width, height) = Fit(info.UprightWidth, info.UprightHeight, longSide);
        var picture = Picture.Decode(file, new() { MinShortSide = Math.Min(width, height) });
        if (picture.Width != width || picture.Height != height)
            picture = picture.Resize(width, height);
        return picture.ToJpeg(quality);
    }

    private static (int Width, int Height) Fit(int width, int height, int longSide)
    {
        var scale = Math.Min(1.0, (double)longSide / Math.Max(width, height));
        return (Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
    }
}
