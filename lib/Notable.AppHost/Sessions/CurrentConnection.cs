using Notable.AppHost.Sockets;

namespace Notable.AppHost.Sessions;

/// <summary>Holds the connection to a visitor's page, if there is one. A newer connection replaces it.</summary>
internal sealed class CurrentConnection(SessionExpiry expiry)
{
    private readonly Lock gate = new();
    private PageConnection? connection;

    /// <summary>Whether a page is connected.</summary>
    public bool IsOpen => Volatile.Read(ref connection) is not null;

    /// <summary>Sends a frame to the page. Does nothing if no page is connected.</summary>
    public void Send(Frame frame) => Volatile.Read(ref connection)?.Send(frame);

    /// <summary>Makes <paramref name="newer"/> the session's connection, and aborts the one before it.</summary>
    public void Replace(PageConnection newer)
    {
        lock (gate)
        {
            connection?.Abort();
            connection = newer;
        }
        expiry.Connected();
    }

    /// <summary>
    /// Records that nothing more is read from <paramref name="closed"/>. The page counts as disconnected unless a newer connection replaced it.
    /// </summary>
    public void ReadingEnded(PageConnection closed)
    {
        closed.ReadingEnded();
        lock (gate)
        {
            if (connection != closed)
                return;
            connection = null;
            expiry.Disconnected();
        }
    }

    /// <summary>Removes the connection, for the caller to close; returns null if there is none.</summary>
    public PageConnection? Take()
    {
        lock (gate)
        {
            var last = connection;
            connection = null;
            return last;
        }
    }
}
