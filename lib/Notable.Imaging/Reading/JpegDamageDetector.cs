using System.Buffers.Binary;

namespace Notable.Imaging.Reading;

/// <summary>
/// Finds lost and replaced picture data by following the codes of every scan. Decoders report only a part of it: after damage they continue
/// at the wrong position, and fill in or drop what is missing in the end.
/// </summary>
internal static class JpegDamageDetector
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9;

    /// <summary>Up to this many extra bytes after a scan are an encoder's padding.</summary>
    private const int MostExtraBytes = 8;

    /// <summary>A byte repeated this often is a gap in a download or on a disk, unless the picture's own codes repeat.</summary>
    private const int Gap = 16;

    /// <summary>
    /// Returns whether picture data is lost; false for unsupported kinds of JPEG and for invalid headers. The size of a progressive file must
    /// have been accepted before, because 8 bytes are allocated per block.
    /// </summary>
    public static bool IsIn(ReadOnlySpan<byte> file)
    {
        var tables = new JpegTables();
        JpegFrame? frame = null;
        for (var at = JpegScans.NextMarker(file, 2); at >= 0 && file[at + 1] != EndOfImage; at = JpegScans.NextMarker(file, at))
        {
            var end = at + 4 <= file.Length ? at + 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]) : int.MaxValue;
            if (end > file.Length || end < at + 4)
                return false;
            var kind = file[at + 1];
            var content = file[(at + 4)..end];
            if (JpegHeader.IsFrame(kind))
                frame = frame is null ? JpegFrame.Read(kind, content) : null;
            if (!tables.Read(kind, content))
                return false;
            at = end;
            if (kind != StartOfScan)
                continue;
            if (frame is null || JpegScan.Read(content, frame, tables) is not { } scan)
                return false;
            MakeRoom(scan);
            var next = JpegScans.NextMarker(file, end);
            var data = next < 0 ? file[end..] : file[end..next];
            if (!IsWhole(data, scan, tables.RestartInterval))
                return true;
        }
        return false;
    }

    private static void MakeRoom(JpegScan scan)
    {
        foreach (var one in scan.Components)
            if (scan.First > 0 && one.Component.Nonzero.Length == 0)
                one.Component.Nonzero = new ulong[one.Component.Blocks];
    }

    private static bool IsWhole(ReadOnlySpan<byte> data, JpegScan scan, int interval)
    {
        var walk = new JpegScanCheck(scan);
        if (interval == 0)
            return IsWhole(data, walk, 0, scan.Units);
        var restarts = 0;
        for (long unit = 0; unit < scan.Units; unit += interval)
        {
            var marker = NextRestart(data);
            var isLast = unit + interval >= scan.Units;
            if (!isLast && (marker < 0 || data[marker + 1] != 0xD0 + restarts++ % 8))
                return false;
            var part = marker < 0 ? data : data[..marker];
            if (!IsWhole(part, walk, unit, Math.Min(interval, scan.Units - unit)))
                return false;
            data = marker < 0 ? [] : data[(marker + 2)..];
        }
        return true;
    }

    private static bool IsWhole(ReadOnlySpan<byte> data, JpegScanCheck walk, long from, long units)
    {
        var bits = new JpegBits(data);
        return walk.Follow(ref bits, from, units) && IsPadding(data, bits);
    }

    /// <summary>Returns whether the rest is an encoder's padding, rather than data without a place.</summary>
    private static bool IsPadding(ReadOnlySpan<byte> data, JpegBits bits)
    {
        var left = bits.BytesLeft;
        if (left == 0)
            return true;
        var rest = data[^left..];
        var isRepeated = rest.TrimStart(rest[0]).Length == 0;
        if (!isRepeated)
            return left <= MostExtraBytes && bits.IsByteFilledUp;
        // If a gap began before the last block, its own bytes filled the remaining blocks by chance.
        var before = data[..^left];
        return before.Length - before.TrimEnd(rest[0]).Length < Gap;
    }

    private static int NextRestart(ReadOnlySpan<byte> data)
    {
        for (var at = 0; ; at += 2)
        {
            var found = data[at..].IndexOf((byte)0xFF);
            at += found;
            if (found < 0 || at + 1 >= data.Length)
                return -1;
            if (data[at + 1] is >= 0xD0 and <= 0xD7)
                return at;
            if (data[at + 1] == 0xFF)
                at--;
        }
    }
}
