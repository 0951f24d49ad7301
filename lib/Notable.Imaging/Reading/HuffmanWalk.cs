namespace Notable.Imaging.Reading;

/// <summary>A Huffman table: for each length of a code, the first code and where its symbols begin (ISO/IEC 10918-1, annex C).</summary>
internal sealed class HuffmanCodes
{
    private readonly int[] first = new int[17], count = new int[17], start = new int[17];
    private readonly byte[] symbols;

    public HuffmanCodes(ReadOnlySpan<byte> lengths, ReadOnlySpan<byte> symbols)
    {
        this.symbols = symbols.ToArray();
        for (int length = 1, code = 0, at = 0; length <= 16; length++, code <<= 1)
        {
            (first[length], count[length], start[length]) = (code, lengths[length - 1], at);
            code += lengths[length - 1];
            at += lengths[length - 1];
        }
    }

    /// <summary>The symbol of a code of that length; -1 if there is none.</summary>
    public int Symbol(int code, int length) =>
        code - first[length] is var offset && offset >= 0 && offset < count[length] ? symbols[start[length] + offset] : -1;
}

/// <summary>Follows the Huffman codes of a sequential scan without computing a pixel.</summary>
internal ref struct HuffmanWalk
{
    /// <summary>Data left over behind a gap: more than this is picture data that found no place.</summary>
    private const int MostExtraBytes = 256;

    private readonly ReadOnlySpan<byte> data;
    private int at, bits, left;
    private bool ended;

    private HuffmanWalk(ReadOnlySpan<byte> data) => this.data = data;

    /// <summary>
    /// Whether every code is valid, every block is there, and a stretch of one repeated byte is either part of the picture or behind
    /// all of it.
    /// </summary>
    /// <param name="data">The picture data up to the next marker that is not a restart.</param>
    /// <param name="gap">Where the stretch is.</param>
    /// <param name="tables">The tables.</param>
    public static bool IsSound(ReadOnlySpan<byte> data, int gap, JpegTables tables)
    {
        var walk = new HuffmanWalk(data);
        for (long unit = 0; unit < tables.Units; unit++)
        {
            if (tables.RestartInterval > 0 && unit > 0 && unit % tables.RestartInterval == 0)
                walk.Restart();
            foreach (var (dc, ac) in tables.Blocks)
                if (!walk.Block(dc, ac))
                    return false;
        }
        return walk.at <= gap + 1 || data.Length - walk.at <= MostExtraBytes;
    }

    private bool Block(HuffmanCodes dc, HuffmanCodes ac)
    {
        if (Code(dc) is not (>= 0 and <= 11 and var size) || !Skip(size))
            return false;
        for (var index = 1; index < 64; index++)
        {
            if (Code(ac) is not (>= 0 and var symbol))
                return false;
            var (run, bits) = (symbol >> 4, symbol & 15);
            if (bits == 0 && run < 15)
                return true;
            index += run;
            if (index > 63 || !Skip(bits))
                return false;
        }
        return true;
    }

    private int Code(HuffmanCodes codes)
    {
        for (int length = 1, code = 0; length <= 16; length++)
        {
            code = (code << 1) | Bit();
            if (ended)
                return -1;
            if (codes.Symbol(code, length) is >= 0 and var symbol)
                return symbol;
        }
        return -1;
    }

    private bool Skip(int count)
    {
        while (count-- > 0)
            Bit();
        return !ended;
    }

    private int Bit()
    {
        if (left == 0)
        {
            // A marker inside is a restart that came too early.
            if (at >= data.Length || (data[at] == 0xFF && at + 1 < data.Length && data[at + 1] != 0))
            {
                ended = true;
                return 0;
            }
            (bits, left) = (data[at], 8);
            at += bits == 0xFF ? 2 : 1;
        }
        return (bits >> --left) & 1;
    }

    private void Restart()
    {
        left = 0;
        while (at < data.Length && !(data[at] == 0xFF && at + 1 < data.Length && data[at + 1] is >= 0xD0 and <= 0xD7))
            at++;
        at += 2;
    }
}
