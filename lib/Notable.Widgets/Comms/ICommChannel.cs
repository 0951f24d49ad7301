namespace Notable.Widgets;

/// <summary>A connection to a front end: a kernel's iopub socket, a page's WebSocket, or a recorder in a test.</summary>
public interface ICommChannel
{
    /// <summary>
    /// Takes a message for the front end. Called from any thread and under the widget manager's lock, so that messages come
    /// in the order of the changes: enqueue and return. It may drop messages while nobody is connected, since a front end
    /// asks for every state when it comes back (<c>jupyter.widget.control</c>).
    /// </summary>
    void Send(CommMessage message);
}
