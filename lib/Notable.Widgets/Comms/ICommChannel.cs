namespace Notable.Widgets;

/// <summary>A connection to a front end: a kernel's iopub socket, a page's WebSocket, or a recorder in a test.</summary>
public interface ICommChannel
{
    /// <summary>
    /// Queues a message for the front end. Called from any thread while holding the widget manager's lock, which keeps messages in the
    /// order of the changes; return quickly. Messages may be dropped while no front end is connected, since it requests all
    /// states when it reconnects (<c>jupyter.widget.control</c>).
    /// </summary>
    void Send(CommMessage message);
}
