using System.Buffers.Binary;
using System.Text;

namespace Notable.Learning.Files.Pickling;

/// <summary>Reads the parts of a pickle from bytes; every length is checked against the remaining bytes before use.</summary>
internal sealed class PickleCursor(ReadOnlyMemory<byte> bytes)
{
    private const int LongestName = 100;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The first byte not yet read.</summary>
    public int Position { get; private set; }

    public byte Byte() => Bytes(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    public double BigEndianDouble() => BinaryPrimitives.ReadDoubleBigEndian(Bytes(8));

    public string Text(long length)
    {
        try
        {
            return Strict.GetString(Bytes(length));
        }
        catch (DecoderFallbackException)
        {
            throw new PickleException($"a text before byte {Position:N0} that is not UTF-8", "UTF-8");
        }
    }

    public string Line()
    {
        var length = bytes.Span[Position..].IndexOf((byte)'\n');
        if (length is < 0 or > LongestName)
            throw new PickleException(
                $"a Python name without an end at byte {Position:N0}", $"one of at most {LongestName} bytes");
        var line = Text(length);
        Position++;
        return line;
    }

    public ReadOnlySpan<byte> Bytes(long count)
    {
        if (count > bytes.Length - Position)
            throw new PickleException($"a part of {count:N0} bytes at byte {Position:N0} of the pickle",
                $"at most the {bytes.Length - Position:N0} that follow; is the file complete?");
        var part = bytes.Span.Slice(Position, (int)count);
        Position += (int)count;
        return part;
    }
}
