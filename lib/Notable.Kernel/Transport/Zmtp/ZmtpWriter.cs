using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;

namespace Notable.Kernel.Transport.Zmtp;

/// <summary>Writes frames: small ones are combined, large ones are sent without a copy.</summary>
internal sealed class ZmtpWriter(Socket socket)
{
    private const int Batch = 64 * 1024, Large = 16 * 1024;
    private readonly ArrayBufferWriter<byte> waiting = new(Batch);

    /// <summary>Writes a message. Small frames are buffered until <see cref="Flush"/>.</summary>
    public void Write(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        for (var i = 0; i < frames.Count; i++)
            Write(frames[i], flags: i < frames.Count - 1 ? 1 : 0);
    }

    /// <summary>Writes a command.</summary>
    public void WriteCommand(ReadOnlyMemory<byte> body) => Write(body, flags: 4);

    /// <summary>Sends the buffered frames.</summary>
    public void Flush()
    {
        if (waiting.WrittenCount == 0)
            return;
        SendAll(waiting.WrittenSpan);
        waiting.ResetWrittenCount();
    }

    private void Write(ReadOnlyMemory<byte> body, int flags)
    {
        if (body.Length < 256)
            waiting.Write([(byte)flags, (byte)body.Length]);
        else
        {
            waiting.Write([(byte)(flags | 2)]);
            BinaryPrimitives.WriteInt64BigEndian(waiting.GetSpan(8), body.Length);
            waiting.Advance(8);
        }
        if (body.Length < Large)
            waiting.Write(body.Span);
        if (body.Length >= Large || waiting.WrittenCount >= Batch)
            Flush();
        if (body.Length >= Large)
            SendAll(body.Span);
    }

    private void SendAll(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[socket.Send(bytes)..];
    }
}
