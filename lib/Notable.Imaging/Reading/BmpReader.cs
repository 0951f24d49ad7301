using System.Buffers.Binary;
using Notable.Imaging.Pixels;

namespace Notable.Imaging.Reading;

/// <summary>
/// Windows bitmaps without compression: 1, 4 and 8 bits through a palette, 24 and 32 bits direct. libvips would need
/// its untrusted Magick loader for them. Source: Microsoft's BITMAPFILEHEADER and BITMAPINFOHEADER to BITMAPV5HEADER.
/// </summary>
internal sealed class BmpReader
{
    private const int FileHeader = 14, CoreHeader = 12, InfoHeader = 40;
    private const uint OpaqueAlphaMask = 0xFF000000;

    private readonly ReadOnlyMemory<byte> file;
    private readonly string? name;
    private readonly int headerSize, bits, pixelsAt;
    private readonly bool topDown;

    /// <summary>Reads and checks the header.</summary>
    /// <exception cref="UnreadableImageException">The header is cut short or contradicts itself.</exception>
    /// <exception cref="UnsupportedImageException">A compression or depth that is not read.</exception>
    public BmpReader(ReadOnlyMemory<byte> file, string? name)
    {
        (this.file, this.name) = (file, name);
        headerSize = (int)Math.Min(U32(14), int.MaxValue);
        if (headerSize != CoreHeader && headerSize is < InfoHeader or > 256)
            throw Damaged();
        var core = headerSize == CoreHeader;
        Width = core ? U16(18) : (int)U32(18);
        var height = core ? U16(20) : (int)U32(22);
        topDown = height < 0;
        Height = height == int.MinValue ? 0 : Math.Abs(height);
        bits = core ? U16(24) : U16(28);
        pixelsAt = (int)Math.Min(U32(10), int.MaxValue);
        if (Width < 1 || Height < 1)
            throw Damaged();
        var compression = core ? 0 : U32(30);
        if (bits is not (1 or 4 or 8 or 24 or 32) || !(compression == 0 || (compression == 3 && UsualMasks())))
            throw new UnsupportedImageException(name, $"is a Windows bitmap of a rare kind ({bits} bits a pixel, compression "
                + $"{compression}), which is not accepted; save it as JPEG or PNG first");
    }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>What the header says.</summary>
    public PictureInfo Info => new(Width, Height, PictureFormat.Bmp, 1)
    {
        Colour = bits <= 8 ? PictureColour.Palette : PictureColour.Rgb,
    };

    /// <summary>Decodes the pixels: three bands, or four where the file has an alpha mask.</summary>
    /// <exception cref="UnreadableImageException">The pixels are cut short.</exception>
    public Raster Read()
    {
        var rowBytes = ((long)Width * bits + 31) / 32 * 4;
        if (pixelsAt < FileHeader + headerSize || pixelsAt + rowBytes * Height > file.Length)
            throw Damaged();
        var bands = bits == 32 && HasAlphaMask ? 4 : 3;
        var samples = new byte[checked(Width * Height * bands)];
        var palette = bits <= 8 ? Palette() : default;
        for (var y = 0; y < Height; y++)
        {
            var row = file.Span.Slice((int)(pixelsAt + rowBytes * (topDown ? y : Height - 1 - y)), (int)rowBytes);
            var target = samples.AsSpan(y * Width * bands, Width * bands);
            if (bits <= 8)
                ReadIndexed(row, palette, target);
            else
                ReadDirect(row, bits / 8, bands, target);
        }
        return new(Width, Height, bands, Wide: false, samples);
    }

    private static void ReadDirect(ReadOnlySpan<byte> row, int stride, int bands, Span<byte> target)
    {
        for (int i = 0, o = 0; o < target.Length; i += stride, o += bands)
        {
            (target[o], target[o + 1], target[o + 2]) = (row[i + 2], row[i + 1], row[i]);
            if (bands == 4)
                target[o + 3] = row[i + 3];
        }
    }

    private void ReadIndexed(ReadOnlySpan<byte> row, ReadOnlySpan<byte> palette, Span<byte> target)
    {
        var entry = headerSize == CoreHeader ? 3 : 4;
        var perByte = 8 / bits;
        for (int x = 0, o = 0; x < Width; x++, o += 3)
        {
            var index = (row[x / perByte] >> (8 - bits - x % perByte * bits)) & ((1 << bits) - 1);
            if ((index + 1) * entry > palette.Length)
                throw Damaged();
            var colour = palette.Slice(index * entry, 3);
            (target[o], target[o + 1], target[o + 2]) = (colour[2], colour[1], colour[0]);
        }
    }

    private ReadOnlySpan<byte> Palette()
    {
        var start = FileHeader + headerSize;
        var entry = headerSize == CoreHeader ? 3 : 4;
        return file.Span[start..Math.Min(pixelsAt, start + (entry << bits))];
    }

    private bool UsualMasks() => bits == 32 && U32(54) == 0x00FF0000 && U32(58) == 0x0000FF00 && U32(62) == 0x000000FF;

    private bool HasAlphaMask => headerSize >= 56 && U32(30) == 3 && U32(66) == OpaqueAlphaMask;

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(Field(at, 4));

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Field(at, 2));

    private ReadOnlySpan<byte> Field(int at, int size) => at + size <= file.Length ? file.Span.Slice(at, size) : throw Damaged();

    private UnreadableImageException Damaged() => new(name, ImageReader.DamagedReason(PictureFormat.Bmp));
}
