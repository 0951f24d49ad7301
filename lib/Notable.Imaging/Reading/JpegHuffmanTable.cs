namespace Notable.Imaging.Reading;

/// <summary>A Huffman table (ISO/IEC 10918-1, annex C). Short codes use a lookup table, long ones are read bit by bit.</summary>
internal sealed class JpegHuffmanTable
{
    private const int Quick = 9, Longest = 16;

    /// <summary>For each prefix of <see cref="Quick"/> bits: the code's length and symbol; 0 if the code is longer or invalid.</summary>
    private readonly ushort[] quick = new ushort[1 << Quick];

    private readonly int[] first = new int[Longest + 1], count = new int[Longest + 1], start = new int[Longest + 1];
    private readonly byte[] symbols;

    /// <summary>Creates a table.</summary>
    /// <param name="lengths">Number of codes with 1, 2, ... 16 bits.</param>
    /// <param name="symbols">The symbols, in the order of their codes.</param>
    public JpegHuffmanTable(ReadOnlySpan<byte> lengths, ReadOnlySpan<byte> symbols)
    {
        this.symbols = symbols.ToArray();
        for (int length = 1, code = 0, at = 0; length <= Longest; length++, code <<= 1)
        {
            (first[length], count[length], start[length]) = (code, lengths[length - 1], at);
            for (var i = 0; length <= Quick && i < count[length]; i++)
                Fill(code + i, length, symbols[at + i]);
            code += lengths[length - 1];
            at += lengths[length - 1];
        }
    }

    /// <summary>Reads the next code. At least 16 bits must be loaded.</summary>
    /// <returns>Its symbol, 0 to 255; -1 for an invalid code.</returns>
    public int Next(ref JpegBits bits)
    {
        var entry = Find(bits.Buffer);
        if (entry == 0)
            return -1;
        bits.Skip(entry >> 8);
        return entry & 0xFF;
    }

    /// <summary>Looks up the code at the start of the bits.</summary>
    /// <returns>The code's length times 256, plus its symbol; 0 for an invalid code.</returns>
    public int Find(ulong bits) => quick[(int)(bits >> (64 - Quick))] is not 0 and var entry ? entry : LongCode(bits);

    private int LongCode(ulong bits)
    {
        for (var length = Quick + 1; length <= Longest; length++)
            if ((int)(bits >> (64 - length)) - first[length] is var offset && offset >= 0 && offset < count[length])
                return (length << 8) | symbols[start[length] + offset];
        return 0;
    }

    private void Fill(int code, int length, byte symbol)
    {
        // A table with too many codes is left for the decoder to report.
        var from = code << (Quick - length);
        if (from + (1 << (Quick - length)) <= quick.Length)
            quick.AsSpan(from, 1 << (Quick - length)).Fill((ushort)((length << 8) | symbol));
    }
}
