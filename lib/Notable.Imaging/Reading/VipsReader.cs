using System.Runtime.InteropServices;
using NetVips;
using Notable.Imaging.Native;
using Notable.Imaging.Pixels;

namespace Notable.Imaging.Reading;

/// <summary>A file opened by libvips: reads the header at once and the pixels on request. Not thread-safe.</summary>
internal sealed class VipsReader : IDisposable
{
    /// <summary>libvips' JPEG strips have 8 rows; 16 keep a strip in the processor's cache.</summary>
    private const int StripHeight = 16;

    private readonly PictureFormat format;
    private readonly ReadOnlyMemory<byte> file;
    private readonly Source source;
    private Image image;

    /// <summary>Opens the file and reads its header.</summary>
    /// <exception cref="VipsException">The header is damaged, or this libvips lacks the format.</exception>
    public VipsReader(ReadOnlyMemory<byte> file, PictureFormat format)
    {
        VipsRuntime.Require();
        (this.format, this.file) = (format, file);
        source = Source.NewFromMemory(file.Span);
        try
        {
            image = Load();
            Info = Describe();
        }
        catch
        {
            image?.Dispose();
            source.Dispose();
            throw;
        }
    }

    /// <summary>The information from the header.</summary>
    public PictureInfo Info { get; }

    /// <summary>Lets the decoder shrink, if it can, to a short side of at least <paramref name="minShortSide"/> pixels.</summary>
    public void Shrink(int minShortSide)
    {
        var shortSide = Math.Min(Info.Width, Info.Height);
        if (format == PictureFormat.Jpeg && ShrinkOnLoad.JpegDivisor(shortSide, minShortSide) is > 1 and var divisor)
            Reload(new() { { "shrink", divisor } });
        else if (format == PictureFormat.WebP && minShortSide < shortSide)
            Reload(new() { { "scale", (double)minShortSide / shortSide } });
    }

    /// <summary>Decodes the pixels.</summary>
    /// <param name="profiledInk">See <see cref="DecodeOptions.ProfiledInk"/>.</param>
    /// <exception cref="VipsException">They are damaged or truncated, or this libvips cannot decode them.</exception>
    /// <exception cref="NotSupportedException">The samples are not those of an ordinary picture; the message continues a sentence.</exception>
    public Raster Read(bool profiledInk)
    {
        if (image is { Interpretation: Enums.Interpretation.Cmyk, Bands: 4, Format: Enums.BandFormat.Uchar } && !profiledInk)
            return RgbConversion.FromInk(Read(image));
        if (image.Interpretation is not (Enums.Interpretation.Cmyk or Enums.Interpretation.Lab or Enums.Interpretation.Labs))
            return Read(image);
        // CMYK and Lab need color management: the embedded profile, or libvips' own CMYK one.
        using var converted = image.Colourspace(Enums.Interpretation.Srgb);
        return Read(converted);
    }

    public void Dispose()
    {
        image.Dispose();
        source.Dispose();
    }

    private PictureInfo Describe() => new(image.Width, image.Height, format, Number("orientation") is >= 1 and <= 8 and var turn ? turn : 1)
    {
        // libvips treats an absurd number of pages as damage.
        Frames = Number("n-pages") is > 1 and < 10_000 and var pages ? pages : 1,
        Bits = image.Format switch { Enums.BandFormat.Uchar => 8, Enums.BandFormat.Ushort => 16, _ => 32 },
        Color = image.Interpretation switch
        {
            _ when format == PictureFormat.Gif || PngHeader.HasPalette(format, file.Span) => PictureColor.Palette,
            Enums.Interpretation.Rgb or Enums.Interpretation.Srgb or Enums.Interpretation.Rgb16 => PictureColor.Rgb,
            Enums.Interpretation.Bw or Enums.Interpretation.Grey16 => PictureColor.Gray,
            Enums.Interpretation.Cmyk => PictureColor.Cmyk,
            Enums.Interpretation.Lab or Enums.Interpretation.Labs => PictureColor.Lab,
            _ => PictureColor.Other,
        },
    };

    private int Number(string field) => image.Contains(field) && image.Get(field) is int number ? number : 0;

    private static Raster Read(Image image)
    {
        if (image.Format is not (Enums.BandFormat.Uchar or Enums.BandFormat.Ushort))
            throw new NotSupportedException("has samples other than 8 or 16 bits, which are not accepted");
        var (width, height, bands) = (image.Width, image.Height, image.Bands);
        if (bands is < 1 or > 4)
            throw new NotSupportedException($"has {bands} channels, and only 1 to 4 are accepted");
        var wide = image.Format == Enums.BandFormat.Ushort;
        var size = (long)width * height * bands;
        if (size > Array.MaxLength)
            throw new NotSupportedException($"needs {size:N0} bytes when decoded, more than a picture can have here");
        var samples = GC.AllocateUninitializedArray<byte>((int)size);
        // On this thread, strip by strip: libvips' own writers pass every picture to another thread, and 16-bit samples are never held at
        // twice their size.
        using var region = Region.New(image);
        for (int top = 0, at = 0; top < height; top += StripHeight)
        {
            var strip = region.Fetch(0, top, width, Math.Min(StripHeight, height - top));
            if (wide)
                RgbConversion.Narrow(MemoryMarshal.Cast<byte, ushort>(strip), samples.AsSpan(at));
            else
                strip.CopyTo(samples, at);
            at += wide ? strip.Length / sizeof(ushort) : strip.Length;
        }
        return new(width, height, bands, Wide: false, samples);
    }

    private void Reload(VOption options)
    {
        var shrunk = Load(options);
        image.Dispose();
        image = shrunk;
    }

    private Image Load(VOption? options = null)
    {
        options ??= [];
        options.Add("access", Enums.Access.Sequential);
        // TIFF readers report harmless unknown tags as errors; in other formats errors mean lost pixels.
        options.Add("fail_on", format == PictureFormat.Tiff ? Enums.FailOn.Truncated : Enums.FailOn.Error);
        return (Image)Operation.Call(LoaderOf(format), options, source);
    }

    private static string LoaderOf(PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "jpegload_source",
        PictureFormat.Png => "pngload_source",
        PictureFormat.WebP => "webpload_source",
        PictureFormat.Gif => "gifload_source",
        PictureFormat.Tiff => "tiffload_source",
        PictureFormat.Heic or PictureFormat.Avif => "heifload_source",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "not read by libvips"),
    };
}
