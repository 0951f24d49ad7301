using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Notable.AppHost.Settings;

namespace Notable.AppHost.Workers;

/// <summary>
/// The listening socket, which the supervisor opens and its workers inherit. While no worker runs, the system queues
/// connections for the next one. The supervisor itself never accepts connections.
/// </summary>
internal sealed partial class SharedSocket : IDisposable
{
    /// <summary>The maximum number of queued connections; the system may have a lower limit.</summary>
    private const int Backlog = 4096;

    private const int SetFlags = 2, CloseOnExec = 1;
    private readonly Socket socket;

    private SharedSocket(Socket socket, Uri address) => (this.socket, Address) = (socket, address);

    /// <summary>The address of the app for a browser on this machine.</summary>
    public Uri Address { get; }

    /// <summary>The file descriptor of the socket in child processes.</summary>
    public int Handle => (int)socket.Handle;

    /// <exception cref="AppHostException">The address cannot be listened on.</exception>
    public static SharedSocket Open(AppOptions options)
    {
        var where = ListenAddress.Of(options);
        var socket = new Socket(where.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (where.Address.Equals(IPAddress.IPv6Any))
                socket.DualMode = true;
            socket.Bind(where);
            socket.Listen(Backlog);
            SetInherited((int)socket.Handle, isInherited: true);
            return new SharedSocket(socket, ListenAddress.ForBrowser(options, where.Address, ((IPEndPoint)socket.LocalEndPoint!).Port));
        }
        catch (Exception error)
        {
            socket.Dispose();
            throw error switch
            {
                SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => ListenAddress.InUse(options, error),
                SocketException => ListenAddress.Refused(options, error),
                _ => error,
            };
        }
    }

    /// <summary>
    /// Returns the socket in a worker. It is never disposed of there: .NET would shut it down for all processes that share it, while
    /// the process's end only closes it. Programs that the notebook starts do not inherit it.
    /// </summary>
    public static Socket Inherit(int handle)
    {
        SetInherited(handle, isInherited: false);
        return new Socket(new SafeSocketHandle(handle, ownsHandle: false));
    }

    public void Dispose() => socket.Dispose();

    private static void SetInherited(int handle, bool isInherited)
    {
        if (Fcntl(handle, SetFlags, isInherited ? 0 : CloseOnExec) != 0)
            throw new AppHostException($"the listening socket cannot be shared (error {Marshal.GetLastPInvokeError()})");
    }

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Fcntl(int handle, int command, int value);
}
