using System.Buffers;
using Notable.Imaging.Native;
using Notable.Imaging.Pixels;

namespace Notable.Imaging.Reading;

/// <summary>
/// A file opened by libvips: its header now, its pixels when asked for. The bytes stay pinned until it is disposed.
/// </summary>
internal sealed class VipsReader : IDisposable
{
    private const int Sequential = 1, FailOnTruncated = 1, FailOnError = 2, StripHeight = 16;

    private readonly PictureFormat format;
    private readonly ReadOnlyMemory<byte> file;
    private MemoryHandle pinned;
    private VipsImage image;

    /// <summary>Opens the file and reads its header.</summary>
    /// <exception cref="VipsException">The header is damaged, or this libvips lacks the format.</exception>
    public VipsReader(ReadOnlyMemory<byte> file, PictureFormat format)
    {
        (this.format, this.file) = (format, file);
        pinned = file.Pin();
        try
        {
            image = Load(static _ => { });
            Info = Describe();
        }
        catch
        {
            pinned.Dispose();
            throw;
        }
    }

    /// <summary>What the header says.</summary>
    public PictureInfo Info { get; }

    /// <summary>
    /// Makes the decoder shrink where it can, to a short side of at least <paramref name="minShortSide"/> pixels.
    /// </summary>
    public void Shrink(int minShortSide)
    {
        var shortSide = Math.Min(Info.Width, Info.Height);
        if (format == PictureFormat.Jpeg && ShrinkOnLoad.JpegDivisor(shortSide, minShortSide) is > 1 and var divisor)
            Reload(loader => loader.With("shrink", divisor));
        else if (format == PictureFormat.WebP && minShortSide < shortSide)
            Reload(loader => loader.With("scale", (double)minShortSide / shortSide));
    }

    /// <summary>Decodes the pixels.</summary>
    /// <param name="profiledInk">See <see cref="DecodeOptions.ProfiledInk"/>.</param>
    /// <exception cref="VipsException">They are damaged, cut short, or cannot be decoded by this libvips.</exception>
    /// <exception cref="NotSupportedException">Samples that are no ordinary picture's; the message continues a
    /// sentence.</exception>
    public Raster Read(bool profiledInk)
    {
        if (image is { Interpretation: Interpretation.Cmyk, Bands: 4, Format: BandFormat.Byte } && !profiledInk)
            return RgbConversion.FromInk(Read(image));
        if (image.Interpretation is not (Interpretation.Cmyk or Interpretation.Lab or Interpretation.LabShort))
            return Read(image);
        // CMYK and Lab need colour management: the embedded profile, or libvips' own CMYK one.
        using var conversion = new VipsOperation("colourspace").With("in", image).With("space", (int)Interpretation.Srgb).Run();
        using var converted = conversion.Image("out");
        return Read(converted);
    }

    public void Dispose()
    {
        image.Dispose();
        pinned.Dispose();
    }

    private PictureInfo Describe() => new(image.Width, image.Height, format, image.Orientation)
    {
        Frames = Math.Max(1, image.Pages),
        Bits = image.Format switch { BandFormat.Byte => 8, BandFormat.UInt16 => 16, _ => 32 },
        Colour = image.Interpretation switch
        {
            _ when format == PictureFormat.Gif || PngHeader.HasPalette(format, file.Span) => PictureColour.Palette,
            Interpretation.Rgb or Interpretation.Srgb or Interpretation.Rgb16 => PictureColour.Rgb,
            Interpretation.Grey or Interpretation.Grey16 => PictureColour.Grey,
            Interpretation.Cmyk => PictureColour.Cmyk,
            Interpretation.Lab or Interpretation.LabShort => PictureColour.Lab,
            _ => PictureColour.Other,
        },
    };

    private static Raster Read(VipsImage image)
    {
        if (image.Format is not (BandFormat.Byte or BandFormat.UInt16))
            throw new NotSupportedException("has samples of a scientific kind (not 8 or 16 bits), which are not accepted");
        if (image.Bands is < 1 or > 4)
            throw new NotSupportedException($"has {image.Bands} channels, and only 1 to 4 are accepted");
        var size = (long)image.Width * image.Height * image.Bands;
        if (size > Array.MaxLength)
            throw new NotSupportedException($"needs {size:N0} bytes when decoded, more than one picture can have here");
        var samples = GC.AllocateUninitializedArray<byte>((int)size);
        if (image.Format == BandFormat.UInt16)
            ReadNarrow(image, samples);
        else
            image.WriteTo(samples);
        return new(image.Width, image.Height, image.Bands, Wide: false, samples);
    }

    /// <summary>Reads 16-bit samples as 8-bit ones, strip by strip: they are never in memory at twice their size.</summary>
    private static unsafe void ReadNarrow(VipsImage image, Span<byte> target)
    {
        using var region = new VipsRegion(image);
        for (var top = 0; top < image.Height; top += StripHeight)
        {
            var pixels = region.Fetch(0, top, image.Width, Math.Min(StripHeight, image.Height - top), out var length);
            try
            {
                RgbConversion.Narrow(new ReadOnlySpan<ushort>((void*)pixels, length / sizeof(ushort)), target);
                target = target[(length / sizeof(ushort))..];
            }
            finally
            {
                GLib.g_free(pixels);
            }
        }
    }

    private void Reload(Action<VipsOperation> configure)
    {
        var shrunk = Load(configure);
        image.Dispose();
        image = shrunk;
    }

    private unsafe VipsImage Load(Action<VipsOperation> configure)
    {
        using var loader = new VipsOperation(LoaderOf(format));
        // TIFF's readers report harmless unknown tags as errors; the others' errors are lost pixels.
        loader.With("buffer", (nint)pinned.Pointer, file.Length).With("access", Sequential)
            .With("fail_on", format == PictureFormat.Tiff ? FailOnTruncated : FailOnError);
        configure(loader);
        return loader.Run().Image("out");
    }

    private static string LoaderOf(PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "jpegload_buffer",
        PictureFormat.Png => "pngload_buffer",
        PictureFormat.WebP => "webpload_buffer",
        PictureFormat.Gif => "gifload_buffer",
        PictureFormat.Tiff => "tiffload_buffer",
        PictureFormat.Heic or PictureFormat.Avif => "heifload_buffer",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "not read by libvips"),
    };
}
