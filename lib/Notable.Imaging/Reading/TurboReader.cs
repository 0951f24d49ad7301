using Notable.Imaging.Native;
using Notable.Imaging.Pixels;

namespace Notable.Imaging.Reading;

/// <summary>
/// Ordinary JPEG files, by libjpeg-turbo's own interface: the pixels that libvips would give, in two thirds of the time. What is not quite
/// in order is libvips' to judge.
/// </summary>
internal static class TurboReader
{
    private static ReadOnlySpan<byte> EndOfImage => [0xFF, 0xD9];

    /// <summary>The pixels and what the header says; null for ink to be profiled, a damaged file, and where the library is missing.</summary>
    /// <param name="file">A JPEG file.</param>
    /// <param name="options">How it is to become pixels.</param>
    /// <param name="accept">Throws where the file is not to be decoded, for its size.</param>
    public static (Raster Raster, PictureInfo Info)? TryRead(ReadOnlySpan<byte> file, DecodeOptions options, Action<PictureInfo> accept)
    {
        if (!TurboJpeg.IsThere || JpegHeader.Read(file) is not var (info, isAdobe) || (info.Colour == PictureColour.Cmyk && options.ProfiledInk))
            return null;
        accept(info);
        // One without an end was cut short: to decode it twice would tell no more.
        if (JpegScans.TooMany(file) || file.LastIndexOf(EndOfImage) < 0)
            return null;
        var divisor = options.MinShortSide is { } least ? ShrinkOnLoad.JpegDivisor(Math.Min(info.Width, info.Height), Math.Max(1, least)) : 1;
        var (width, height, bands) = (Rounded(info.Width), Rounded(info.Height), info.Colour switch { PictureColour.Grey => 1, PictureColour.Cmyk => 4, _ => 3 });
        if ((long)width * height * bands > Array.MaxLength)
            return null;
        var samples = GC.AllocateUninitializedArray<byte>(width * height * bands);
        if (!TurboJpeg.TryDecode(file, width, height, bands, samples))
            return null;
        var raster = Cropped(new(width, height, bands, Wide: false, samples), Math.Max(1, info.Width / divisor), Math.Max(1, info.Height / divisor));
        return (bands == 4 ? RgbConversion.FromInk(raster, isInverted: isAdobe) : raster, info);

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
