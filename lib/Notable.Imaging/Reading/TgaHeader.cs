using System.Buffers.Binary;

namespace Notable.Imaging.Reading;

/// <summary>
/// The header of a Truevision TGA (TGA file format specification 2.0). The format has no signature at its start: a file counts as TGA if
/// every field is valid and the file contains its pixels.
/// </summary>
internal static class TgaHeader
{
    private const int Size = 18, RunLengthCoded = 8;

    /// <summary>
    /// Returns whether a file is a TGA: by its content alone or, if it is truncated, by a plausible header and the usual extension.
    /// </summary>
    public static bool IsOne(ReadOnlySpan<byte> file, string? name) => Read(file) is { } header
        && (header.IsComplete || string.Equals(Path.GetExtension(name), ".tga", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the header; null if it is truncated or not of a TGA.</summary>
    public static RawHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < Size)
            return null;
        var (idLength, hasMap, type, bits, descriptor) = (file[0], file[1], file[2], file[16], file[17]);
        var (mapStart, mapLength, mapBits) = (U16(file, 3), U16(file, 5), file[7]);
        var (width, height) = (U16(file, 12), U16(file, 14));
        var kind = type & ~RunLengthCoded;
        var isMapped = kind == 1;
        if (hasMap > 1 || kind is < 1 or > 3 || width == 0 || height == 0 || (descriptor & 0xC0) != 0 || isMapped != (hasMap == 1))
            return null;
        if (isMapped ? bits != 8 || mapBits is not (15 or 16 or 24 or 32) || mapLength is 0 or > 256 : mapStart != 0 || mapLength != 0 || mapBits != 0)
            return null;
        if (kind == 2 && bits is not (15 or 16 or 24 or 32) || kind == 3 && bits != 8)
            return null;
        var color = kind switch { 1 => PictureColor.Palette, 3 => PictureColor.Gray, _ => PictureColor.Rgb };
        var pixels = Size + idLength + (isMapped ? (mapBits + 7) / 8 * mapLength : 0);
        var isComplete = pixels <= file.Length && Holds(file[pixels..], (long)width * height, (bits + 7) / 8, type != kind);
        return new(width, height, color, 8, HasAlpha: bits == 32 && (descriptor & 15) == 8, isComplete);
    }

    private static bool Holds(ReadOnlySpan<byte> data, long pixels, int pixelBytes, bool isRunLengthCoded)
    {
        if (!isRunLengthCoded)
            return data.Length >= pixels * pixelBytes;
        for (var at = 0L; pixels > 0;)
        {
            if (at >= data.Length)
                return false;
            var packet = data[(int)at];
            var count = (packet & 127) + 1;
            at += 1 + (packet >= 128 ? pixelBytes : count * pixelBytes);
            if (at > data.Length)
                return false;
            pixels -= count;
        }
        return true;
    }

    private static int U16(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);
}
