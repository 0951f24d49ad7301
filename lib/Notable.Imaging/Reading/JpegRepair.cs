using System.Buffers.Binary;

namespace Notable.Imaging.Reading;

/// <summary>
/// Repairs oddities that decoders warn about although they affect no pixel: bytes between segments, a JFIF version, an unknown Adobe
/// transform, the unused numbers of a sequential scan's header, a missing end marker (ISO/IEC 10918-1, B.1 and B.2).
/// </summary>
internal static class JpegRepair
{
    private const byte App0 = 0xE0, App14 = 0xEE, StartOfScan = 0xDA, EndOfImage = 0xD9;
    private const int AdobeTransformAt = 11;

    /// <summary>Returns the file without its oddities; null if it has none or its structure is invalid.</summary>
    public static byte[]? Mend(ReadOnlySpan<byte> file)
    {
        var mended = new List<byte>(file.Length + 2) { 0xFF, 0xD8 };
        var (components, sequential, adobe) = (3, true, -1);
        var at = 2;
        while (Next(file, at) is >= 0 and var marker && file[marker + 1] != EndOfImage)
        {
            var end = marker + 4 <= file.Length ? marker + 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(marker + 2)..]) : int.MaxValue;
            if (end > file.Length || end < marker + 4)
                return null;
            var start = mended.Count;
            mended.AddRange(file[marker..end]);
            var kind = file[marker + 1];
            var content = file[(marker + 4)..end];
            if (JpegHeader.IsFrame(kind) && content.Length >= 6)
                (sequential, components) = (kind is 0xC0 or 0xC1, content[5]);
            else if (kind == App0 && content.Length >= 7 && content.StartsWith("JFIF\0"u8))
                mended[start + 4 + 5] = 1;
            else if (kind == App14 && content.Length > AdobeTransformAt && content.StartsWith("Adobe"u8))
                adobe = start + 4 + AdobeTransformAt;
            at = end;
            if (kind != StartOfScan)
                continue;
            if (sequential && content.Length >= 3)
                (mended[^3], mended[^2], mended[^1]) = (0, 63, 0);
            at = JpegScans.NextMarker(file, end) is >= 0 and var next ? next : file.Length;
            mended.AddRange(file[end..at]);
        }
        if (adobe >= 0 && mended[adobe] > 2)
            mended[adobe] = (byte)(components == 4 ? 2 : 1);
        // A single FF at the end is half of an end marker.
        if (mended[^1] == 0xFF)
            mended.RemoveAt(mended.Count - 1);
        mended.AddRange([0xFF, EndOfImage]);
        return file.StartsWith(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(mended)) ? null : [.. mended];
    }

    /// <summary>Finds the next marker between segments and skips extra bytes; -1 if there is none.</summary>
    private static int Next(ReadOnlySpan<byte> file, int at)
    {
        for (; at + 1 < file.Length; at++)
            if (file[at] == 0xFF && file[at + 1] is not (0x00 or 0x01 or 0xFF or (>= 0xD0 and <= 0xD8)))
                return at;
        return -1;
    }
}
