using System.Buffers.Binary;

namespace Notable.Kernel.Transport.Zmtp;

/// <summary>Reads frames: flags, size, body. What does not follow the protocol or exceeds a limit throws <see cref="InvalidDataException"/>.</summary>
internal sealed class ZmtpReader(Stream stream)
{
    private const byte More = 1, Long = 2, Command = 4;
    private readonly BufferedStream source = new(stream, 64 * 1024);
    private readonly byte[] head = new byte[8];

    /// <summary>Reads a given number of bytes.</summary>
    public void ReadExactly(Span<byte> bytes) => source.ReadExactly(bytes);

    /// <summary>Reads one frame.</summary>
    /// <param name="budget">The most bytes that a message's frame may have.</param>
    public (byte[] Body, bool HasMore, bool IsCommand) ReadFrame(long budget)
    {
        source.ReadExactly(head.AsSpan(0, 1));
        var flags = head[0];
        if (flags > (More | Long | Command) || (flags & (More | Command)) == (More | Command))
            throw new InvalidDataException("flags that the protocol does not know");
        var isCommand = (flags & Command) != 0;
        var width = (flags & Long) != 0 ? 8 : 1;
        source.ReadExactly(head.AsSpan(0, width));
        var size = width == 1 ? head[0] : BinaryPrimitives.ReadUInt64BigEndian(head);
        if (size > (ulong)(isCommand ? ZmtpLimits.CommandBytes : budget))
            throw new InvalidDataException("a frame that is too large");
        return (ReadBody((int)size), (flags & More) != 0, isCommand);
    }

    private byte[] ReadBody(int size)
    {
        var body = GC.AllocateUninitializedArray<byte>(Math.Min(size, ZmtpLimits.TrustedBytes));
        source.ReadExactly(body);
        for (var read = body.Length; read < size; read = body.Length)
        {
            // Four times as much as has come: large frames are copied little, and nobody is given memory for bytes not sent.
            Array.Resize(ref body, (int)Math.Min(size, 4L * read));
            source.ReadExactly(body.AsSpan(read));
        }
        return body;
    }
}
