using System.Runtime.InteropServices;

namespace Notable.Kernel.Transport;

/// <summary>libzmq refused something, as binding a port that another program holds.</summary>
/// <param name="what">What was tried.</param>
/// <param name="number">libzmq's error number.</param>
public sealed class ZmqException(string what, int number)
    : IOException($"{what} failed: {Marshal.PtrToStringUTF8(Zmq.ErrorText(number))}")
{
    /// <summary>The system's error number, or one of libzmq's own.</summary>
    public int Number { get; } = number;

    internal static void ThrowIf(bool failed, string what)
    {
        if (failed)
            throw new ZmqException(what, Zmq.ErrorNumber());
    }
}
