using Notable.Imaging.Native;
using Notable.Imaging.Pixels;

namespace Notable.Imaging.Reading;

/// <summary>
/// From a file's bytes to RGB pixels: sniff, check the header against the limits, decode, make RGB, turn upright.
/// </summary>
internal static class ImageReader
{
    /// <summary>The header only.</summary>
    public static PictureInfo Identify(ReadOnlyMemory<byte> file, string? name)
    {
        var format = FormatSniffer.Sniff(file.Span, name);
        if (format == PictureFormat.Bmp)
        {
            var bitmap = new BmpReader(file, name);
            return new(bitmap.Width, bitmap.Height, format, 1);
        }
        return WithVips(file, format, name, static (reader, info) => info);
    }

    /// <summary>The pixels: width, height and RGB bytes.</summary>
    public static (int Width, int Height, byte[] Pixels) Read(ReadOnlyMemory<byte> file, DecodeOptions options, string? name)
    {
        RequireBytes(file.Length, options, name);
        var format = FormatSniffer.Sniff(file.Span, name);
        var (raster, orientation) = format == PictureFormat.Bmp
            ? (ReadBitmap(file, options, name), 1)
            : WithVips(file, format, name, (reader, info) => (ReadRaster(file, reader, info, options, name), info.Orientation));
        var rgb = RgbConversion.ToRgb(raster, options.Alpha);
        if (!options.ApplyOrientation)
            return (raster.Width, raster.Height, rgb);
        var upright = Orientation.Upright(rgb, raster.Width, raster.Height, orientation);
        return Orientation.SwapsSides(orientation)
            ? (raster.Height, raster.Width, upright)
            : (raster.Width, raster.Height, upright);
    }

    /// <summary>Refuses a file of more bytes than allowed.</summary>
    /// <exception cref="ImageTooLargeException">It has more.</exception>
    public static void RequireBytes(long bytes, DecodeOptions options, string? name)
    {
        if (bytes > options.MaxBytes)
            throw new ImageTooLargeException(name,
                $"is a file of {bytes / 1e6:0.#} MB, and the limit is {options.MaxBytes / 1e6:0.#} MB");
    }

    /// <summary>The reason given for a file whose data does not hold together.</summary>
    public static string DamagedReason(PictureFormat format) =>
        $"is damaged or cut short (a broken download, perhaps): its {Spelling(format)} data cannot be read to the end";

    private static Raster ReadBitmap(ReadOnlyMemory<byte> file, DecodeOptions options, string? name)
    {
        var bitmap = new BmpReader(file, name);
        RequirePixels(bitmap.Width, bitmap.Height, options, name);
        return bitmap.Read();
    }

    private static Raster ReadRaster(
        ReadOnlyMemory<byte> file, VipsReader reader, PictureInfo info, DecodeOptions options, string? name)
    {
        RequirePixels(info.Width, info.Height, options, name);
        if (info.Format == PictureFormat.Jpeg && JpegScans.TooMany(file.Span))
            throw new UnreadableImageException(name, "is not an ordinary picture: its JPEG data has more than "
                + $"{JpegScans.Limit} scans (ordinary ones have about ten), which would keep the decoder busy for hours");
        if (options.MinShortSide is { } minShortSide)
            reader.Shrink(Math.Max(1, minShortSide));
        try
        {
            return reader.Read();
        }
        catch (NotSupportedException odd)
        {
            throw new UnsupportedImageException(name, odd.Message, odd);
        }
    }

    private static void RequirePixels(int width, int height, DecodeOptions options, string? name)
    {
        if ((long)width * height > options.MaxPixels)
            throw new ImageTooLargeException(name, $"is {width} x {height} pixels "
                + $"({(double)width * height / 1e6:0.##} megapixels), "
                + $"and the limit is {options.MaxPixels / 1e6:0.##} megapixels");
    }

    private static T WithVips<T>(
        ReadOnlyMemory<byte> file, PictureFormat format, string? name, Func<VipsReader, PictureInfo, T> read)
    {
        try
        {
            using var reader = new VipsReader(file, format);
            return read(reader, new(reader.Width, reader.Height, format, reader.Orientation));
        }
        catch (VipsException error) when (format is PictureFormat.Heic or PictureFormat.Avif or PictureFormat.Tiff
            && error.Message.Contains("nsupported", StringComparison.Ordinal))
        {
            throw new UnsupportedImageException(name,
                $"is a {Spelling(format)} picture of a kind that this computer cannot decode; save it as JPEG or PNG first",
                error);
        }
        catch (VipsException error)
        {
            throw new UnreadableImageException(name, DamagedReason(format), error);
        }
    }

    private static string Spelling(PictureFormat format) =>
        format == PictureFormat.WebP ? "WebP" : format.ToString().ToUpperInvariant();
}
