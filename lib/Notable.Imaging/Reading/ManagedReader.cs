using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Pbm;
using SixLabors.ImageSharp.Formats.Tga;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;
using Notable.Imaging.Pixels;

namespace Notable.Imaging.Reading;

/// <summary>
/// Decodes the formats that libvips' safe build lacks, with ImageSharp: BMP, TGA and PBM. Only its decoders of these three are used, and only
/// after checking that the file contains the pixels that its header announces.
/// </summary>
internal sealed class ManagedReader
{
    private static readonly Configuration Configuration = new()
    {
        // No pooling between pictures; each picture's size is checked before it is decoded.
        MemoryAllocator = MemoryAllocator.Create(new() { MaximumPoolSizeMegabytes = 0 }),
        MaxDegreeOfParallelism = 1,
    };

    private readonly ReadOnlyMemory<byte> file;
    private readonly string? name;
    private readonly RawHeader header;

    /// <summary>Reads and checks the header.</summary>
    /// <exception cref="UnreadableImageException">The header is truncated or inconsistent.</exception>
    public ManagedReader(ReadOnlyMemory<byte> file, PictureFormat format, string? name)
    {
        (this.file, this.name) = (file, name);
        header = (format switch
        {
            PictureFormat.Bmp => BmpHeader.Read(file.Span),
            PictureFormat.Tga => TgaHeader.Read(file.Span),
            _ => PbmHeader.Read(file.Span),
        }) ?? throw Damaged(format);
        Info = new(header.Width, header.Height, format, 1) { Color = header.Color, Bits = header.Bits };
    }

    /// <summary>The information from the header.</summary>
    public PictureInfo Info { get; }

    /// <summary>Returns whether this reader supports a format.</summary>
    public static bool Reads(PictureFormat format) => format is PictureFormat.Bmp or PictureFormat.Tga or PictureFormat.Pbm;

    /// <summary>Decodes the pixels: three bands, or four if the header has alpha.</summary>
    /// <exception cref="UnreadableImageException">The pixels are damaged or truncated.</exception>
    /// <exception cref="UnsupportedImageException">This variant of the format is not supported.</exception>
    public Raster Read()
    {
        if (!header.IsComplete)
            throw Damaged(Info.Format);
        try
        {
            return header.HasAlpha ? Read<Rgba32>(4) : Read<Rgb24>(3);
        }
        catch (Exception e) when (e is NotSupportedException or UnknownImageFormatException)
        {
            throw new UnsupportedImageException(name, $"is a {Info.Format.ToString().ToUpperInvariant()} picture of an unusual kind, which is not accepted; save it as JPEG or PNG first", e);
        }
        // Decoders throw various exceptions when data ends early or exceeds a palette.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw Damaged(Info.Format, e);
        }
    }

    private Raster Read<TPixel>(int bands) where TPixel : unmanaged, IPixel<TPixel>
    {
        IImageDecoder decoder = Info.Format switch
        {
            PictureFormat.Bmp => new BmpDecoder(),
            PictureFormat.Tga => new TgaDecoder(),
            _ => new PbmDecoder(),
        };
        var copy = file.ToArray();
        if (Info.Format == PictureFormat.Bmp)
            BmpHeader.CountPalette(copy);
        using var stream = new MemoryStream(copy, writable: false);
        using var image = decoder.Decode<TPixel>(Configuration, stream, CancellationToken.None);
        if ((image.Width, image.Height) != (header.Width, header.Height))
            throw new InvalidDataException($"decoded to {image.Width} x {image.Height}");
        var samples = GC.AllocateUninitializedArray<byte>(checked(image.Width * image.Height * bands));
        image.CopyPixelDataTo(samples);
        return new(image.Width, image.Height, bands, Wide: false, samples);
    }

    private UnreadableImageException Damaged(PictureFormat format, Exception? e = null) =>
        UnreadableImageException.Damaged(name, ImageReader.Spelling(format), e);
}

/// <summary>The header of a BMP, TGA or PBM file.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Color">How colors are stored.</param>
/// <param name="Bits">Bits per sample.</param>
/// <param name="HasAlpha">Whether pixels have opacity.</param>
/// <param name="IsComplete">Whether the file is long enough for all its pixels.</param>
internal sealed record RawHeader(int Width, int Height, PictureColor Color, int Bits, bool HasAlpha, bool IsComplete);
