using System.Buffers.Binary;

namespace Notable.Kernel.Transport.Zmtp;

/// <summary>Reads frames: flags, size, body. Anything that violates the protocol or a limit throws <see cref="InvalidDataException"/>.</summary>
internal sealed class ZmtpReader(Stream stream)
{
    private const byte More = 1, Long = 2, Command = 4;
    private readonly BufferedStream source = new(stream, 64 * 1024);
    private readonly byte[] head = new byte[8];

    /// <summary>Reads a given number of bytes.</summary>
    public void ReadExactly(Span<byte> bytes) => source.ReadExactly(bytes);

    /// <summary>Reads a frame.</summary>
    /// <param name="budget">The maximum size of the frame in bytes.</param>
    public (byte[] Body, bool HasMore, bool IsCommand) ReadFrame(long budget)
    {
        source.ReadExactly(head.AsSpan(0, 1));
        var flags = head[0];
        if (flags > (More | Long | Command) || (flags & (More | Command)) == (More | Command))
            throw new InvalidDataException("unknown flags");
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
            // Grows by a factor of 4: large frames are copied rarely, and little memory is allocated before bytes arrive.
            Array.Resize(ref body, (int)Math.Min(size, 4L * read));
            source.ReadExactly(body.AsSpan(read));
        }
        return body;
    }
}
