namespace Notable.Imaging.Reading;

/// <summary>
/// Skips the coefficients of a sequential block without decoding them, several codes at a time. Most of the time of a damage check is spent
/// here.
/// </summary>
internal sealed class JpegBlockSkipper
{
    private const int Quick = 10, EndOfBlock = 0x80, BitsMask = 0x1F;

    /// <summary>
    /// For each prefix of <see cref="Quick"/> bits: total length of its complete codes and values, whether they end the block, and the number
    /// of coefficients times 256. 0 if there is none.
    /// </summary>
    private readonly ushort[] quick = new ushort[1 << Quick];

    private readonly JpegHuffmanTable codes;
    private readonly JpegCoefficientLimits limits;

    /// <summary>Builds the lookup table.</summary>
    public JpegBlockSkipper(JpegHuffmanTable codes, JpegCoefficientLimits limits)
    {
        (this.codes, this.limits) = (codes, limits);
        var safeBits = limits.SafeBits.Min();
        for (var i = 0; i < quick.Length; i++)
            quick[i] = Entry((ulong)i << (64 - Quick), safeBits);
    }

    /// <summary>Skips all coefficients of a block except the first.</summary>
    /// <returns>Whether the codes are valid and all values are within their limits.</returns>
    public bool Skip(ref JpegBits bits)
    {
        var table = quick;
        var (buffer, count) = (bits.Buffer, bits.Count);
        for (var index = 1; index < 64;)
        {
            if (count < 32)
            {
                (bits.Buffer, bits.Count) = (buffer, count);
                bits.Load();
                (buffer, count) = (bits.Buffer, bits.Count);
            }
            int several = table[(int)(buffer >> (64 - Quick))];
            // A full block has no end code; the following bits belong to the next block.
            if (several != 0 && index + (several >> 8) < 64)
            {
                buffer <<= several & BitsMask;
                count -= several & BitsMask;
                index += several >> 8;
                if ((several & EndOfBlock) != 0)
                    break;
                continue;
            }
            var entry = codes.Find(buffer);
            var (length, run, size) = (entry >> 8, (entry >> 4) & 15, entry & 15);
            index += run;
            if (entry == 0 || index > 63 || (size > limits.SafeBits[index] && limits.IsBeyond(index, JpegBits.Signed((int)(buffer << length >> (64 - size)), size))))
                return false;
            buffer <<= length + size;
            count -= length + size;
            index++;
            if (size == 0 && run < 15)
                break;
        }
        (bits.Buffer, bits.Count) = (buffer, count);
        return true;
    }

    /// <summary>Computes the entry for the codes that are complete within the bits and whose values are within every limit.</summary>
    private ushort Entry(ulong bits, int safeBits)
    {
        var (used, coefficients) = (0, 0);
        while (codes.Find(bits << used) is not 0 and var entry)
        {
            var (length, run, size) = (entry >> 8, (entry >> 4) & 15, entry & 15);
            if (used + length + size > Quick || size > safeBits)
                break;
            used += length + size;
            if (size == 0 && run < 15)
                return (ushort)(coefficients << 8 | EndOfBlock | used);
            coefficients += run + 1;
        }
        return (ushort)(coefficients << 8 | used);
    }
}
