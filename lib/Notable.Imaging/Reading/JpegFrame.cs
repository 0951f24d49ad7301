using System.Buffers.Binary;

namespace Notable.Imaging.Reading;

/// <summary>A channel of a JPEG frame.</summary>
/// <param name="Id">Its identifier in scan headers.</param>
/// <param name="Across">Horizontal blocks in an interleaved unit.</param>
/// <param name="Down">Vertical blocks in an interleaved unit.</param>
/// <param name="Quantization">Index of its quantization table.</param>
/// <param name="Blocks">Number of 8 x 8 blocks in a scan of this channel alone.</param>
internal sealed record JpegComponent(byte Id, int Across, int Down, int Quantization, long Blocks)
{
    /// <summary>One bit per coefficient of each block, set if it is not zero; progressive files only.</summary>
    public ulong[] Nonzero { get; set; } = [];
}

/// <summary>Size, kind and channels of a Huffman-coded JPEG of 8 bits (ISO/IEC 10918-1, B.2.2).</summary>
/// <param name="IsProgressive">Whether coefficients are spread over several scans.</param>
/// <param name="Components">The channels.</param>
/// <param name="Units">Interleaved units (MCUs) in a scan of several channels.</param>
internal sealed record JpegFrame(bool IsProgressive, IReadOnlyList<JpegComponent> Components, long Units)
{
    private const byte Baseline = 0xC0, Extended = 0xC1, Progressive = 0xC2;

    /// <summary>Reads a frame's header; null for unsupported kinds and for an invalid one.</summary>
    public static JpegFrame? Read(byte kind, ReadOnlySpan<byte> content)
    {
        if (kind is not (Baseline or Extended or Progressive) || content.Length < 6 || content[0] != 8)
            return null;
        var (height, width, count) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]), content[5]);
        if (width == 0 || height == 0 || count is 0 or > 4 || content.Length < 6 + 3 * count)
            return null;
        var (across, down) = (1, 1);
        for (var i = 0; i < count; i++)
        {
            var (horizontal, vertical) = (content[7 + 3 * i] >> 4, content[7 + 3 * i] & 15);
            if (horizontal is 0 or > 4 || vertical is 0 or > 4)
                return null;
            (across, down) = (Math.Max(across, horizontal), Math.Max(down, vertical));
        }
        var components = new List<JpegComponent>();
        for (var i = 0; i < count; i++)
        {
            var (horizontal, vertical) = (content[7 + 3 * i] >> 4, content[7 + 3 * i] & 15);
            var blocks = Parts(Parts((long)width * horizontal, across), 8) * Parts(Parts((long)height * vertical, down), 8);
            components.Add(new(content[6 + 3 * i], horizontal, vertical, content[8 + 3 * i] & 3, blocks));
        }
        return new(kind == Progressive, components, Parts(width, 8 * across) * Parts(height, 8 * down));

        static long Parts(long side, long size) => (side + size - 1) / size;
    }
}
