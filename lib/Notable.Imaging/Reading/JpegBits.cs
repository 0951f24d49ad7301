using System.Buffers.Binary;

namespace Notable.Imaging.Reading;

/// <summary>Reads a JPEG's entropy-coded data bit by bit. After the end, it returns zeros.</summary>
internal ref struct JpegBits
{
    private readonly ReadOnlySpan<byte> data;
    private int missing, at;

    /// <summary>Creates a reader.</summary>
    /// <param name="data">Bytes up to a marker, with a zero after each FF.</param>
    public JpegBits(ReadOnlySpan<byte> data) => this.data = data;

    /// <summary>The loaded bits, from the highest down.</summary>
    public ulong Buffer { get; set; }

    /// <summary>Number of loaded bits.</summary>
    public int Count { get; set; }

    /// <summary>Whether more bits were read than there are.</summary>
    public readonly bool IsPastEnd => missing > Count;

    /// <summary>Number of complete bytes that were not read.</summary>
    public readonly int BytesLeft => data.Length - at + Math.Max(0, Count - missing) / 8;

    /// <summary>Whether the remaining bits of the last byte are all ones or all zeros, as encoders pad it.</summary>
    public readonly bool IsByteFilledUp
    {
        get
        {
            var rest = Math.Max(0, Count - missing) % 8;
            var bits = rest == 0 ? 0 : (int)(Buffer >> (64 - rest));
            return bits == 0 || bits == (1 << rest) - 1;
        }
    }

    /// <summary>Loads at least 32 bits: a code and its value.</summary>
    public void Load()
    {
        if (Count < 32)
            LoadMore();
    }

    public readonly int Peek(int bits) => (int)(Buffer >> (64 - bits));

    public void Skip(int bits)
    {
        Buffer <<= bits;
        Count -= bits;
    }

    /// <summary>Reads an unsigned number of up to 16 bits.</summary>
    public int Take(int bits)
    {
        if (bits == 0)
            return 0;
        var value = Peek(bits);
        Skip(bits);
        return value;
    }

    /// <summary>Reads a coefficient of that size (ISO/IEC 10918-1, F.2.2.1).</summary>
    public int TakeSigned(int bits) => Signed(Take(bits), bits);

    /// <summary>Converts a number of that many bits to its coefficient.</summary>
    public static int Signed(int value, int bits) => bits > 0 && value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value;

    private void LoadMore()
    {
        if (at + 8 <= data.Length && BinaryPrimitives.ReadUInt64BigEndian(data[at..]) is var next && !HasFF(next))
        {
            var bytes = (64 - Count) / 8;
            // Bits of a partial byte are loaded again with it.
            Buffer |= next >> Count;
            Count += 8 * bytes;
            at += bytes;
            return;
        }
        for (; Count <= 56; Count += 8)
        {
            if (at >= data.Length || (data[at] == 0xFF && (at + 1 >= data.Length || data[at + 1] != 0)))
            {
                missing += 8;
                continue;
            }
            Buffer |= (ulong)data[at] << (56 - Count);
            at += data[at] == 0xFF ? 2 : 1;
        }
    }

    private static bool HasFF(ulong bytes) => ((~bytes - 0x0101010101010101) & bytes & 0x8080808080808080) != 0;
}
