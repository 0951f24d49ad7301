using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Notable.AppHost.Settings;

namespace Notable.AppHost.Workers;

/// <summary>
/// The listening socket, which the supervisor opens and its workers inherit: while no worker lives the system queues
/// connections, and the next one takes them. The supervisor itself never accepts.
/// </summary>
internal sealed partial class SharedSocket : IDisposable
{
    /// <summary>The most connections that the system queues; it may have a lower limit of its own.</summary>
    private const int Backlog = 4096;

    private const int SetFlags = 2, CloseOnExec = 1;
    private readonly Socket socket;

    private SharedSocket(Socket socket, Uri address) => (this.socket, Address) = (socket, address);

    /// <summary>The address of the app for a browser on this machine.</summary>
    public Uri Address { get; }

    /// <summary>The number by which a child process knows the socket.</summary>
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
    /// The socket in a worker. It is never disposed there: .NET would shut it down, for all who share it, where the process's
    /// end only closes it. Programs that the notebook starts do not get it.
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
