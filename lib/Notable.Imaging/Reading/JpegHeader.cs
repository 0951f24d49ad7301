using System.Buffers.Binary;

namespace Notable.Imaging.Reading;

/// <summary>Reads the information before a JPEG's pixels (ISO/IEC 10918-1, B.2; for the orientation, Exif 2.32, 4.6).</summary>
internal static class JpegHeader
{
    private const byte App1 = 0xE1, App14 = 0xEE, StartOfScan = 0xDA;
    private const int OrientationTag = 0x0112, ShortType = 3;

    /// <summary>
    /// Returns size, color and orientation, and whether Adobe's marker is present (Adobe's programs store inverted ink); null for an unusual
    /// number of channels and for an invalid header.
    /// </summary>
    public static (PictureInfo Info, bool IsAdobe)? Read(ReadOnlySpan<byte> file)
    {
        var (orientation, isAdobe) = (0, false);
        for (var at = JpegScans.NextMarker(file, 2); at >= 0 && file[at + 1] != StartOfScan; at = JpegScans.NextMarker(file, at))
        {
            if (Segment(file, at) is not { Length: > 0 } content)
                return null;
            if (IsFrame(file[at + 1]))
                return Frame(content, Math.Max(1, orientation)) is { } info ? (info, isAdobe) : null;
            isAdobe |= file[at + 1] == App14 && content.Length >= 12 && content.StartsWith("Adobe"u8);
            if (file[at + 1] == App1 && orientation == 0 && content.StartsWith("Exif\0\0"u8))
                orientation = Orientation(content[6..]);
            at += 4 + content.Length;
        }
        return null;
    }

    private static ReadOnlySpan<byte> Segment(ReadOnlySpan<byte> file, int at)
    {
        if (at + 4 > file.Length)
            return default;
        var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        return length < 2 || at + 2 + length > file.Length ? default : file[(at + 4)..(at + 2 + length)];
    }

    /// <summary>Returns whether a marker starts a frame: the picture's size and components.</summary>
    public static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static PictureInfo? Frame(ReadOnlySpan<byte> frame, int orientation)
    {
        if (frame.Length < 6 || frame[0] != 8)
            return null;
        PictureColor? color = frame[5] switch { 1 => PictureColor.Gray, 3 => PictureColor.Rgb, 4 => PictureColor.Cmyk, _ => null };
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        return color is null || width == 0 || height == 0 ? null
            : new(width, height, PictureFormat.Jpeg, orientation) { Frames = 1, Bits = 8, Color = color.Value };
    }

    /// <summary>Returns 1 to 8; 1 if the tag is missing or invalid.</summary>
    private static int Orientation(ReadOnlySpan<byte> tiff)
    {
        var isLittle = tiff.StartsWith("II"u8);
        if (tiff.Length < 8 || !(isLittle || tiff.StartsWith("MM"u8)))
            return 1;
        var directory = Number(tiff[4..], 4, isLittle);
        if (directory < 8 || directory + 2 > tiff.Length)
            return 1;
        var count = Number(tiff[(int)directory..], 2, isLittle);
        for (var entry = directory + 2; count-- > 0 && entry + 12 <= tiff.Length; entry += 12)
        {
            var tag = tiff[(int)entry..];
            if (Number(tag, 2, isLittle) == OrientationTag)
                return Number(tag[2..], 2, isLittle) == ShortType && Number(tag[8..], 2, isLittle) is >= 1 and <= 8 and var found ? (int)found : 1;
        }
        return 1;
    }

    private static long Number(ReadOnlySpan<byte> bytes, int size, bool isLittle) => (size, isLittle) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (_, false) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
    };
}
