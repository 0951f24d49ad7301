using System.Buffers.Binary;

namespace Notable.Imaging.Reading;

/// <summary>
/// Counts a JPEG's scans. Each scan makes the decoder process the whole picture again, so a small hostile file with thousands of
/// them would keep it busy for hours; normal files have about ten.
/// </summary>
internal static class JpegScans
{
    /// <summary>Maximum number of scans in a file.</summary>
    public const int Limit = 100;

    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9;

    /// <summary>Returns whether there are more scans than <see cref="Limit"/>; a damaged file is left for the decoder to report.</summary>
    public static bool TooMany(ReadOnlySpan<byte> file)
    {
        var scans = 0;
        for (var at = NextMarker(file, 2); at >= 0 && file[at + 1] != EndOfImage; at = NextMarker(file, at))
        {
            if (file[at + 1] == StartOfScan && ++scans > Limit)
                return true;
            if (at + 4 > file.Length)
                return false;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        return false;
    }

    /// <summary>Returns whether all channels are in one sequential scan, so that a decoder need not hold the whole picture.</summary>
    public static bool IsOne(ReadOnlySpan<byte> file)
    {
        var channels = -1;
        for (var at = NextMarker(file, 2); at >= 0 && at + 4 <= file.Length; at = NextMarker(file, at))
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            var content = length >= 2 && at + 2 + length <= file.Length ? file.Slice(at + 4, length - 2) : default;
            if (file[at + 1] == StartOfScan)
                return content.Length > 0 && content[0] == channels;
            if (JpegHeader.IsFrame(file[at + 1]))
                channels = file[at + 1] is 0xC0 or 0xC1 && content.Length >= 6 ? content[5] : -1;
            at += 2 + length;
        }
        return false;
    }

    /// <summary>Returns the position of the next marker with a length; skips entropy-coded data, stuffing and restart markers.</summary>
    public static int NextMarker(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            var found = file[at..].IndexOf((byte)0xFF);
            if (found < 0 || at + found + 1 >= file.Length)
                return -1;
            at += found;
            // FF 00 is data, FF 01 and FF D0 to D8 stand alone (ISO/IEC 10918-1, table B.1), FF FF is padding.
            if (file[at + 1] is not (0x00 or 0x01 or 0xFF or (>= 0xD0 and <= 0xD8)))
                return at;
            at += file[at + 1] == 0xFF ? 1 : 2;
        }
        return -1;
    }
}
