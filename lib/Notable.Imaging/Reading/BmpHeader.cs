using System.Buffers.Binary;

namespace Notable.Imaging.Reading;

/// <summary>The header of a Windows bitmap (Microsoft's BITMAPFILEHEADER and BITMAPCOREHEADER to BITMAPV5HEADER).</summary>
internal static class BmpHeader
{
    private const int FileHeader = 14, CoreHeader = 12, InfoHeader = 40;
    private const int Plain = 0, Masks = 3;
    private const uint OpaqueAlphaMask = 0xFF000000;

    /// <summary>Reads the header; null if it is truncated or inconsistent.</summary>
    public static RawHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < FileHeader + CoreHeader)
            return null;
        var (pixelsAt, size) = (U32(file, 10), U32(file, 14));
        var isCore = size == CoreHeader;
        if ((!isCore && size is < InfoHeader or > 256) || file.Length < FileHeader + size)
            return null;
        var width = isCore ? U16(file, 18) : (int)U32(file, 18);
        var height = isCore ? U16(file, 20) : (int)U32(file, 22);
        var (bits, compression) = (U16(file, isCore ? 24 : 28), isCore ? Plain : U32(file, 30));
        // A negative height means that rows are stored from the top.
        if (width < 1 || height is 0 or int.MinValue || bits is not (1 or 2 or 4 or 8 or 16 or 24 or 32))
            return null;
        var rowBytes = ((long)width * bits + 31) / 32 * 4;
        var isComplete = pixelsAt >= FileHeader + size
            && (compression is not (Plain or Masks) || pixelsAt + rowBytes * Math.Abs(height) <= file.Length);
        var hasAlpha = bits == 32 && compression == Masks && size >= 56 && U32(file, 66) == OpaqueAlphaMask;
        return new(width, Math.Abs(height), bits <= 8 ? PictureColor.Palette : PictureColor.Rgb, 8, hasAlpha, isComplete);
    }

    /// <summary>
    /// Writes the number of colors into a header that omits it although the palette is short, because decoders expect it. The header must be
    /// valid.
    /// </summary>
    public static void CountPalette(Span<byte> file)
    {
        const int colorsUsed = 46;
        var (pixelsAt, size, bits) = (U32(file, 10), U32(file, 14), U16(file, 28));
        if (size >= InfoHeader && bits <= 8 && U32(file, colorsUsed) == 0 && (pixelsAt - FileHeader - size) / 4 is var count && count < 1u << bits)
            BinaryPrimitives.WriteUInt32LittleEndian(file[colorsUsed..], count);
    }

    private static uint U32(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);

    private static int U16(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);
}
