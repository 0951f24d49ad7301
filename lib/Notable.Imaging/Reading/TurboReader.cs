using Notable.Imaging.Native;
using Notable.Imaging.Pixels;

namespace Notable.Imaging.Reading;

/// <summary>
/// Reads ordinary JPEG files with the system's libjpeg-turbo, if available: the same pixels as libvips, faster. Files with warnings are left
/// to libvips.
/// </summary>
internal static class TurboReader
{
    /// <summary>
    /// Reads the pixels and the header; null for CMYK to be converted by its profile, for a damaged file, and without the library.
    /// </summary>
    /// <param name="file">A JPEG file.</param>
    /// <param name="options">Decoding options.</param>
    /// <param name="accept">Receives the header and the divisor to decode by; throws if the picture is too large.</param>
    public static (Raster Raster, PictureInfo Info)? TryRead(ReadOnlySpan<byte> file, DecodeOptions options, Action<PictureInfo, int> accept)
    {
        if (!TurboJpeg.IsThere || JpegHeader.Read(file) is not var (info, isAdobe) || (info.Color == PictureColor.Cmyk && options.ProfiledInk))
            return null;
        var divisor = JpegReader.DivisorFor(info, options);
        accept(info, divisor);
        var (width, height, bands) = (Rounded(info.Width), Rounded(info.Height), info.Color switch { PictureColor.Gray => 1, PictureColor.Cmyk => 4, _ => 3 });
        if ((long)width * height * bands > Array.MaxLength)
            return null;
        var samples = GC.AllocateUninitializedArray<byte>(width * height * bands);
        if (!TurboJpeg.TryDecode(file, width, height, bands, samples))
            return null;
        var raster = Cropped(new(width, height, bands, Wide: false, samples), Math.Max(1, info.Width / divisor), Math.Max(1, info.Height / divisor));
        return (bands == 4 ? RgbConversion.FromInk(raster, isInverted: isAdobe) : raster, info);

        int Rounded(int side) => (side + divisor - 1) / divisor;
    }

    /// <summary>Drops the last column and row if the file has only part of them, as libvips does.</summary>
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
