using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Sockets;
using Notable.Kernel.Scripting;
using Notable.Widgets;

namespace Notable.AppHost.Sessions;

/// <summary>One visitor's page: the notebook's state, and the connection that its widgets talk over while there is one.</summary>
internal sealed class AppSession : ICommChannel, IAsyncDisposable
{
    /// <summary>The page's message being handled in this flow of execution: what is sent meanwhile names it as its parent.</summary>
    private static readonly AsyncLocal<string?> parentId = new();
    private readonly SessionLimits limits;
    private readonly ILogger log;
    private readonly CancellationTokenSource ended = new();
    private readonly Lock gate = new();
    private Connection? connection;

    public AppSession(string id, CompiledNotebook notebook, SessionLimits limits, ILogger log)
    {
        Id = id;
        this.limits = limits;
        this.log = log;
        Activity = new SessionActivity(limits);
        Notebook = new NotebookSession(notebook, this, time: limits.TimeProvider);
        Notebook.Widgets.Refused += refused => log.IgnoredMessage(LogName, refused.Reason);
    }

    public string Id { get; }

    /// <summary>What the log calls the session: with the whole id, whoever reads the log could enter it.</summary>
    public string LogName => Id[..8];

    public NotebookSession Notebook { get; }

    public SessionActivity Activity { get; }

    void ICommChannel.Send(CommMessage message)
    {
        if (connection is { } current)
            current.Send(ServerMessage.Comm(message, parentId.Value));
    }

    /// <summary>Talks with the page over <paramref name="socket"/> until that closes; an older connection gives way.</summary>
    public async Task ServeAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        await using var mine = new Connection(socket);
        Replace(mine);
        Activity.Connected();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ended.Token);
        try
        {
            await ReceiveAllAsync(new FrameReader(socket, limits.MaxMessageBytes), mine, stop.Token).ConfigureAwait(false);
            ReadingEnded(mine);
            await mine.CloseAsync(WebSocketCloseStatus.NormalClosure, "").ConfigureAwait(false);
        }
        catch (ProtocolException error)
        {
            log.RefusedMessage(LogName, error.Message);
            ReadingEnded(mine);
            await mine.CloseAsync(WebSocketCloseStatus.PolicyViolation, "Only messages of the app's own page are understood.").ConfigureAwait(false);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            mine.Abort();
        }
        finally
        {
            ReadingEnded(mine);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Connection? last;
        lock (gate)
        {
            last = connection;
            connection = null;
        }
        if (last is not null)
            await last.CloseAsync(Connection.SessionGone, "This visit has ended.").ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        await Notebook.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ReceiveAllAsync(FrameReader reader, Connection mine, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
        {
            Activity.Seen();
            if (frame.IsOversize)
                RefuseOversize(frame, mine);
            else
                await HandleAsync(ClientMessage.Parse(frame), mine, cancellationToken).ConfigureAwait(false);
            Activity.Seen();
        }
    }

    private void RefuseOversize(ReceivedFrame frame, Connection mine)
    {
        log.OversizeMessage(LogName, limits.MaxMessageBytes);
        mine.Send(ServerMessage.Notice($"This is too large; the limit is {ByteSize.Readable(limits.MaxUploadBytes)}. Please choose a smaller file."));
        // Without it the widget would hold back all it has to say from now on.
        if (ClientMessage.IdOfBeginning(frame) is { } id)
            mine.Send(ServerMessage.Status(id, "idle"));
    }

    private async Task HandleAsync(ClientMessage message, Connection mine, CancellationToken cancellationToken)
    {
        mine.Send(ServerMessage.Status(message.Id, "busy"));
        parentId.Value = message.Id;
        try
        {
            await Notebook.ReceiveAsync(message.Comm, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var reference = ErrorReference.Next();
            log.HandlerFailed(error, reference, LogName);
            mine.Send(ServerMessage.Notice(ErrorReference.Sentence(reference)));
        }
        finally
        {
            parentId.Value = null;
            mine.Send(ServerMessage.Status(message.Id, "idle"));
        }
    }

    private void Replace(Connection mine)
    {
        lock (gate)
        {
            connection?.Abort();
            connection = mine;
        }
    }

    private void ReadingEnded(Connection mine)
    {
        mine.ReadingEnded();
        lock (gate)
        {
            if (connection != mine)
                return;
            connection = null;
            Activity.Disconnected();
        }
    }
}
