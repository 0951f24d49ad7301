using System.Runtime.InteropServices;

namespace Notable.Kernel.Transport;

/// <summary>The few functions of libzmq that a kernel needs.</summary>
internal static partial class Zmq
{
    public const int Rep = 4, Router = 6, Pub = 1, Pair = 0;
    public const int Linger = 17, SendHighWater = 23, ReceiveHighWater = 24, MaxMessageSize = 22, RouterHandover = 56;
    public const int DontWait = 1, SendMore = 2;
    public const short PollIn = 1;
    private const string Library = "zmq";
    private static readonly string[] names = ["libzmq.so.5", "libzmq.5.dylib", "libzmq.dll"];

    static Zmq() => NativeLibrary.SetDllImportResolver(typeof(Zmq).Assembly, static (name, assembly, _) => name == Library ? Load(assembly) : 0);

    [LibraryImport(Library, EntryPoint = "zmq_ctx_new")]
    public static partial nint NewContext();

    [LibraryImport(Library, EntryPoint = "zmq_ctx_term", SetLastError = false)]
    public static partial int EndContext(nint context);

    [LibraryImport(Library, EntryPoint = "zmq_socket")]
    public static partial nint NewSocket(nint context, int kind);

    [LibraryImport(Library, EntryPoint = "zmq_close")]
    public static partial int Close(nint socket);

    [LibraryImport(Library, EntryPoint = "zmq_setsockopt")]
    public static unsafe partial int SetOption(nint socket, int option, void* value, nuint length);

    [LibraryImport(Library, EntryPoint = "zmq_bind", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Bind(nint socket, string endpoint);

    [LibraryImport(Library, EntryPoint = "zmq_connect", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Connect(nint socket, string endpoint);

    [LibraryImport(Library, EntryPoint = "zmq_send")]
    public static partial int Send(nint socket, ReadOnlySpan<byte> data, nuint length, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_init")]
    public static partial int InitMessage(ref MessageBody message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_recv")]
    public static partial int Receive(ref MessageBody message, nint socket, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_data")]
    public static unsafe partial byte* Data(ref MessageBody message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_more")]
    public static partial int HasMore(ref MessageBody message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_close")]
    public static partial int CloseMessage(ref MessageBody message);

    [LibraryImport(Library, EntryPoint = "zmq_poll")]
    public static partial int Poll(Span<PollItem> items, int count, nint milliseconds);

    [LibraryImport(Library, EntryPoint = "zmq_errno")]
    public static partial int ErrorNumber();

    [LibraryImport(Library, EntryPoint = "zmq_strerror")]
    public static partial nint ErrorText(int number);

    private static nint Load(System.Reflection.Assembly assembly)
    {
        foreach (var name in names)
            if (NativeLibrary.TryLoad(name, assembly, null, out var handle))
                return handle;
        throw new DllNotFoundException("Jupyter is talked to over libzmq, which this computer lacks. Install it with "
            + $"\"apt-get install libzmq5\" (Debian, Ubuntu). Names tried: {string.Join(", ", names)}.");
    }

    /// <summary><c>zmq_msg_t</c>: 64 bytes that only libzmq reads.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 64, Pack = 8)]
    public struct MessageBody
    {
        private readonly long first;
    }

    /// <summary><c>zmq_pollitem_t</c> with a Unix file descriptor's size.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollItem
    {
        public nint Socket;
        public int Descriptor;
        public short Wanted;
        public short Found;
    }
}
