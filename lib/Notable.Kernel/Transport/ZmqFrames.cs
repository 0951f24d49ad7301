using System.Runtime.InteropServices;
using NetMQ;

namespace Notable.Kernel.Transport;

/// <summary>Messages of many frames on NetMQ's sockets. Large frames are not copied in either direction.</summary>
internal static class ZmqFrames
{
    /// <summary>Sends one message. If its receiver is gone or doesn't keep up, it is dropped, as ZeroMQ does.</summary>
    public static void SendFrames(this NetMQSocket socket, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            var message = default(Msg);
            if (MemoryMarshal.TryGetArray(frames[i], out var bytes) && bytes.Array is not null)
                message.InitGC(bytes.Array, bytes.Offset, bytes.Count);
            else
                message.InitGC(frames[i].ToArray(), frames[i].Length);
            socket.Send(ref message, more: i < frames.Count - 1);
            message.Close();
        }
    }

    /// <summary>Returns the frames of the next message; null if none has come.</summary>
    public static List<byte[]>? TryReceiveFrames(this NetMQSocket socket)
    {
        var message = default(Msg);
        message.InitEmpty();
        if (!socket.TryReceive(ref message, TimeSpan.Zero))
        {
            message.Close();
            return null;
        }
        List<byte[]> frames = [Take(ref message)];
        // The rest of a message has come with its first frame.
        while (message.HasMore)
        {
            socket.Receive(ref message);
            frames.Add(Take(ref message));
        }
        message.Close();
        return frames;
    }

    private static byte[] Take(ref Msg message) =>
        MemoryMarshal.TryGetArray<byte>(message.SliceAsMemory(), out var bytes) && bytes is { Array: { } array, Offset: 0 } && array.Length == bytes.Count
            ? array : message.ToArray();
}
