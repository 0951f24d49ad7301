using NetVips;
using Notable.Imaging.Pixels;

namespace Notable.Imaging.Reading;

/// <summary>
/// Reads a file's bytes to RGB pixels: detect the format, check the header against the limits, decode, convert to RGB, turn upright.
/// </summary>
internal static class ImageReader
{
    /// <summary>How many times the pixel limit a sequential JPEG may have, if it is shrunk during decoding.</summary>
    private const int ShrunkAllowance = 5;

    /// <summary>Reads only the header.</summary>
    public static PictureInfo Identify(ReadOnlyMemory<byte> file, string? name)
    {
        var format = FormatSniffer.Sniff(file.Span, name);
        return ManagedReader.Reads(format)
            ? new ManagedReader(file, format, name).Info
            : WithVips(format, name, () =>
            {
                using var reader = new VipsReader(file, format);
                return reader.Info;
            });
    }

    /// <summary>Reads the pixels (width, height and RGB bytes) and the header.</summary>
    public static (int Width, int Height, byte[] Pixels) Read(
        ReadOnlyMemory<byte> file, DecodeOptions options, string? name, out PictureInfo info)
    {
        RequireBytes(file.Length, options, name);
        var format = FormatSniffer.Sniff(file.Span, name);
        using var memory = DecodeBudget.Take(file, format, options, name);
        (var raster, info) = ManagedReader.Reads(format) ? ReadManaged(file, format, options, name) : WithVips(format, name, () =>
            format == PictureFormat.Jpeg
                ? JpegReader.Read(file, options, (info, divisor) => AcceptJpeg(file.Span, info, divisor, options, name))
                : ReadWithVips(file, format, options, name));
        var rgb = RgbConversion.ToRgb(raster, options.Alpha);
        if (!options.ApplyOrientation)
            return (raster.Width, raster.Height, rgb);
        var upright = Orientation.Upright(rgb, raster.Width, raster.Height, info.Orientation);
        return Orientation.SwapsSides(info.Orientation)
            ? (raster.Height, raster.Width, upright)
            : (raster.Width, raster.Height, upright);
    }

    /// <summary>Refuses a file that is larger than allowed.</summary>
    /// <exception cref="ImageTooLargeException">The file is larger.</exception>
    public static void RequireBytes(long bytes, DecodeOptions options, string? name)
    {
        if (bytes > options.MaxBytes)
            throw new ImageTooLargeException(name,
                $"is a file of {bytes / 1e6:0.#} MB, and the limit is {options.MaxBytes / 1e6:0.#} MB");
    }

    private static (Raster Raster, PictureInfo Info) ReadManaged(
        ReadOnlyMemory<byte> file, PictureFormat format, DecodeOptions options, string? name)
    {
        var reader = new ManagedReader(file, format, name);
        RequirePixels(reader.Info.Width, reader.Info.Height, options, name);
        return (reader.Read(), reader.Info);
    }

    private static (Raster Raster, PictureInfo Info) ReadWithVips(
        ReadOnlyMemory<byte> file, PictureFormat format, DecodeOptions options, string? name)
    {
        using var reader = new VipsReader(file, format);
        RequirePixels(reader.Info.Width, reader.Info.Height, options, name);
        if (options.MinShortSide is { } minShortSide)
            reader.Shrink(Math.Max(1, minShortSide));
        try
        {
            return (reader.Read(options.ProfiledInk), reader.Info);
        }
        // A HEIC file with a valid header but no readable pixels: the bundled libvips has no HEVC, which is patented.
        catch (VipsException error) when (format == PictureFormat.Heic)
        {
            throw new UnsupportedImageException(name, "is a HEIC photo, whose codec (HEVC) is not included; save it as JPEG, or set the phone "
                + "to take JPEG photos (on an iPhone: Settings, Camera, Formats, Most Compatible)", error);
        }
    }

    private static void AcceptJpeg(ReadOnlySpan<byte> file, PictureInfo info, int divisor, DecodeOptions options, string? name)
    {
        var pixels = (long)info.Width * info.Height;
        // A progressive file, or one with several scans, is completely in memory, even if the result is shrunk.
        var isShrunk = divisor > 1 && JpegScans.IsOne(file) && pixels / divisor / divisor <= options.MaxPixels;
        if (!isShrunk || pixels > options.MaxPixels * ShrunkAllowance)
            RequirePixels(info.Width, info.Height, options, name);
        if (JpegScans.TooMany(file))
            throw new UnreadableImageException(name, "is not an ordinary picture: its JPEG data has more than "
                + $"{JpegScans.Limit} scans (ordinary ones have about ten), which would keep the decoder busy for hours");
    }

    private static void RequirePixels(int width, int height, DecodeOptions options, string? name)
    {
        if ((long)width * height > options.MaxPixels)
            throw new ImageTooLargeException(name, $"is {width} x {height} pixels "
                + $"({(double)width * height / 1e6:0.##} megapixels), "
                + $"and the limit is {options.MaxPixels / 1e6:0.##} megapixels");
    }

    private static T WithVips<T>(PictureFormat format, string? name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (NotSupportedException odd)
        {
            throw new UnsupportedImageException(name, odd.Message, odd);
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
            throw UnreadableImageException.Damaged(name, Spelling(format), error);
        }
    }

    /// <summary>Returns the format's name as users write it, such as "JPEG".</summary>
    public static string Spelling(PictureFormat format) =>
        format == PictureFormat.WebP ? "WebP" : format.ToString().ToUpperInvariant();
}
