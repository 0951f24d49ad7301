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
        return format == PictureFormat.Bmp
            ? new BmpReader(file, name).Info
            : WithVips(file, format, name, static reader => reader.Info);
    }

    /// <summary>The pixels (width, height and RGB bytes) and what the header says.</summary>
    public static (int Width, int Height, byte[] Pixels) Read(
        ReadOnlyMemory<byte> file, DecodeOptions options, string? name, out PictureInfo info)
    {
        RequireBytes(file.Length, options, name);
        var format = FormatSniffer.Sniff(file.Span, name);
        using var memory = DecodeBudget.Take(file, format, options, name);
        (var raster, info) = format == PictureFormat.Bmp
            ? ReadBitmap(file, options, name)
            : (format == PictureFormat.Jpeg ? TurboReader.TryRead(file.Span, options, info => RequirePixels(info.Width, info.Height, options, name)) : null)
            ?? WithVips(file, format, name, reader => (ReadRaster(file, reader, options, name), reader.Info));
        var rgb = RgbConversion.ToRgb(raster, options.Alpha);
        if (!options.ApplyOrientation)
            return (raster.Width, raster.Height, rgb);
        var upright = Orientation.Upright(rgb, raster.Width, raster.Height, info.Orientation);
        return Orientation.SwapsSides(info.Orientation)
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

    private static (Raster Raster, PictureInfo Info) ReadBitmap(ReadOnlyMemory<byte> file, DecodeOptions options, string? name)
    {
        var bitmap = new BmpReader(file, name);
        RequirePixels(bitmap.Width, bitmap.Height, options, name);
        return (bitmap.Read(), bitmap.Info);
    }

    private static Raster ReadRaster(
        ReadOnlyMemory<byte> file, VipsReader reader, DecodeOptions options, string? name)
    {
        var info = reader.Info;
        RequirePixels(info.Width, info.Height, options, name);
        if (info.Format == PictureFormat.Jpeg && JpegScans.TooMany(file.Span))
            throw new UnreadableImageException(name, "is not an ordinary picture: its JPEG data has more than "
                + $"{JpegScans.Limit} scans (ordinary ones have about ten), which would keep the decoder busy for hours");
        if (options.MinShortSide is { } minShortSide)
            reader.Shrink(Math.Max(1, minShortSide));
        try
        {
            return reader.Read(options.ProfiledInk);
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
        ReadOnlyMemory<byte> file, PictureFormat format, string? name, Func<VipsReader, T> read)
    {
        try
        {
            using var reader = new VipsReader(file, format);
            return read(reader);
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
