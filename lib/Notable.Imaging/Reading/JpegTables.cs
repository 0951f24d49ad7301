using System.Buffers.Binary;

namespace Notable.Imaging.Reading;

/// <summary>The tables that a JPEG's scans use (ISO/IEC 10918-1, B.2.4), as of the segments read so far.</summary>
internal sealed class JpegTables
{
    private const byte HuffmanSegment = 0xC4, QuantizationSegment = 0xDB, RestartSegment = 0xDD;

    private readonly JpegCoefficientLimits?[] limits = new JpegCoefficientLimits?[4];

    public JpegHuffmanTable?[] Dc { get; } = new JpegHuffmanTable?[4];

    public JpegHuffmanTable?[] Ac { get; } = new JpegHuffmanTable?[4];

    /// <summary>Number of units between restart markers; 0 for none.</summary>
    public int RestartInterval { get; private set; }

    /// <summary>Returns the limits for a quantization table; null if there is no such table.</summary>
    public JpegCoefficientLimits? Limits(int table) => limits[table];

    /// <summary>Reads one segment; ignores segments that are not tables.</summary>
    /// <returns>Whether the segment is valid.</returns>
    public bool Read(byte kind, ReadOnlySpan<byte> content)
    {
        if (kind == RestartSegment && content.Length >= 2)
            RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(content);
        return kind switch
        {
            HuffmanSegment => ReadCodes(content),
            QuantizationSegment => ReadQuantization(content),
            _ => true,
        };
    }

    private bool ReadCodes(ReadOnlySpan<byte> content)
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
            (content[0] >> 4 == 0 ? Dc : Ac)[content[0] & 15] = new(content.Slice(1, 16), content.Slice(17, count));
            content = content[(17 + count)..];
        }
        return true;
    }

    private bool ReadQuantization(ReadOnlySpan<byte> content)
    {
        while (content.Length > 0)
        {
            var size = content[0] >> 4 == 0 ? 1 : 2;
            if ((content[0] & 15) > 3 || content.Length < 1 + 64 * size)
                return false;
            var steps = new int[64];
            for (var i = 0; i < 64; i++)
                steps[i] = size == 1 ? content[1 + i] : BinaryPrimitives.ReadUInt16BigEndian(content[(1 + 2 * i)..]);
            limits[content[0] & 15] = new(steps);
            content = content[(1 + 64 * size)..];
        }
        return true;
    }
}
