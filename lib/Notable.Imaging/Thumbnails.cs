namespace Notable.Imaging;

/// <summary>Small copies of pictures, fit to be shown.</summary>
public static class Thumbnails
{
    /// <summary>
    /// A small upright JPEG of a picture file. It carries no metadata of the original: no place, no time, no camera.
    /// </summary>
    /// <param name="file">The file's bytes, of any accepted format.</param>
    /// <param name="longSide">The most pixels the longer side may have; smaller pictures keep their size.</param>
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
