using System.Buffers.Binary;

namespace Notable.Imaging.Reading;

/// <summary>
/// What it takes to follow the Huffman codes of a JPEG whose one scan holds all components in sequence (ISO/IEC 10918-1, B.2).
/// </summary>
/// <param name="DataAt">Where the picture data begins.</param>
/// <param name="Units">Coded units (MCUs) of the picture.</param>
/// <param name="RestartInterval">Units between restart markers; 0 for none.</param>
/// <param name="Blocks">The tables of each block of a unit: DC and AC.</param>
internal sealed record JpegTables(int DataAt, long Units, int RestartInterval, IReadOnlyList<(HuffmanCodes Dc, HuffmanCodes Ac)> Blocks)
{
    private const byte Huffman = 0xC4, Restart = 0xDD, StartOfScan = 0xDA;

    /// <summary>Reads the segments before the picture data; null for other kinds of files and for headers that make no sense.</summary>
    public static JpegTables? Read(ReadOnlySpan<byte> file)
    {
        var (dc, ac, interval) = (new HuffmanCodes?[4], new HuffmanCodes?[4], 0);
        ReadOnlySpan<byte> frame = default;
        for (var at = JpegScans.NextMarker(file, 2); at >= 0; at = JpegScans.NextMarker(file, at))
        {
            var end = at + 4 <= file.Length ? at + 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]) : int.MaxValue;
            if (end > file.Length || end < at + 4)
                return null;
            var kind = file[at + 1];
            var content = file[(at + 4)..end];
            if (kind == Huffman && !ReadCodes(content, dc, ac))
                return null;
            if (kind == Restart && content.Length >= 2)
                interval = BinaryPrimitives.ReadUInt16BigEndian(content);
            if (kind is 0xC0 or 0xC1)
                frame = content;
            else if (JpegHeader.IsFrame(kind))
                return null;
            if (kind == StartOfScan)
                return Scan(frame, content, dc, ac) is var (units, blocks) ? new(end, units, interval, blocks) : null;
            at = end;
        }
        return null;
    }

    private static (long Units, List<(HuffmanCodes, HuffmanCodes)> Blocks)? Scan(
        ReadOnlySpan<byte> frame, ReadOnlySpan<byte> scan, HuffmanCodes?[] dc, HuffmanCodes?[] ac)
    {
        var count = frame.Length >= 6 ? frame[5] : 0;
        if (count is 0 or > 4 || frame[0] != 8 || frame.Length < 6 + 3 * count || scan.Length < 1 + 2 * count || scan[0] != count)
            return null;
        var (blocks, across, down) = (new List<(HuffmanCodes, HuffmanCodes)>(), 1, 1);
        for (var i = 0; i < count; i++)
        {
            var (horizontal, vertical, tables) = (frame[7 + 3 * i] >> 4, frame[7 + 3 * i] & 15, scan[2 + 2 * i]);
            // One component alone is not interleaved: its unit is one block, whatever its sampling.
            var size = count == 1 ? 1 : horizontal * vertical;
            if (size is 0 or > 16 || tables >> 4 > 3 || (tables & 15) > 3 || dc[tables >> 4] is not { } first || ac[tables & 15] is not { } rest)
                return null;
            (across, down) = count == 1 ? (1, 1) : (Math.Max(across, horizontal), Math.Max(down, vertical));
            for (var block = 0; block < size; block++)
                blocks.Add((first, rest));
        }
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        return (Units(width, 8 * across) * Units(height, 8 * down), blocks);

        static long Units(int side, int size) => (side + size - 1) / size;
    }

    private static bool ReadCodes(ReadOnlySpan<byte> content, HuffmanCodes?[] dc, HuffmanCodes?[] ac)
    {
        while (content.Length > 0)
        {
            if (content.Length < 17 || (content[0] & 15) > 3)
                return false;
            var count = 0;
            foreach (var ofLength in content.Slice(1, 16))
                count += ofLength;
            if (count > 256 || content.Length < 17 + count)
                return false;
            (content[0] >> 4 == 0 ? dc : ac)[content[0] & 15] = new(content.Slice(1, 16), content.Slice(17, count));
            content = content[(17 + count)..];
        }
        return true;
    }
}
