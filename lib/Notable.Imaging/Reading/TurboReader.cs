using Notable.Imaging.Native;
using Notable.Imaging.Pixels;

namespace Notable.Imaging.Reading;

/// <summary>
/// Ordinary JPEG files, by libjpeg-turbo's own interface: the pixels that libvips would give, in two thirds of the time. What is not quite
/// in order is libvips' to judge.
/// </summary>
internal static class TurboReader
{
    /// <summary>The pixels and what the header says; null for a file of ink, a damaged one, and where the library is missing.</summary>
    /// <param name="file">A JPEG file.</param>
    /// <param name="minShortSide">See <see cref="DecodeOptions.MinShortSide"/>.</param>
    /// <param name="accept">Throws where the file is not to be decoded, for its size.</param>
    public static (Raster Raster, PictureInfo Info)? TryRead(ReadOnlySpan<byte> file, int? minShortSide, Action<PictureInfo> accept)
    {
        if (!TurboJpeg.IsThere || JpegHeader.Read(file) is not { } info)
            return null;
        accept(info);
        if (JpegScans.TooMany(file))
            return null;
        var divisor = minShortSide is { } least ? ShrinkOnLoad.JpegDivisor(Math.Min(info.Width, info.Height), Math.Max(1, least)) : 1;
        var (width, height, bands) = (Rounded(info.Width), Rounded(info.Height), info.Colour == PictureColour.Grey ? 1 : 3);
        if ((long)width * height * bands > Array.MaxLength)
            return null;
        var samples = GC.AllocateUninitializedArray<byte>(width * height * bands);
        if (!TurboJpeg.TryDecode(file, width, height, bands, samples))
            return null;
        return (Cropped(new(width, height, bands, Wide: false, samples), Math.Max(1, info.Width / divisor), Math.Max(1, info.Height / divisor)), info);

        int Rounded(int side) => (side + divisor - 1) / divisor;
    }

    /// <summary>Without the last column and row where the file has only part of them: libvips leaves these out.</summary>
    private static Raster Cropped(Raster whole, int width, int height)
    {
        if (width == whole.Width && height == whole.Height)
            return whole;
        var samples = GC.AllocateUninitializedArray<byte>(width * height * whole.Bands);
        for (var y = 0; y < height; y++)
            whole.Samples.AsSpan(y * whole.Width * whole.Bands, width * whole.Bands).CopyTo(samples.AsSpan(y * width * whole.Bands));
        return whole with { Width = width, Height = height, Samples = samples };
    }
}
