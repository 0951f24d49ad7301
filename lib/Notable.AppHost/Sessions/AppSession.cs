using System.Globalization;
using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Languages;
using Notable.AppHost.Metrics;
using Notable.AppHost.Sockets;
using Notable.AppHost.Uploads;
using Notable.Kernel.Scripting;
using Notable.Widgets;

namespace Notable.AppHost.Sessions;

/// <summary>One visitor's page: the notebook's state, and the connection that its widgets talk over while there is one.</summary>
internal sealed class AppSession : ICommChannel, IAsyncDisposable
{
    private readonly SessionRegistry registry;
    private readonly CancellationTokenSource ended = new();
    private readonly Lock gate = new();
    private IncomingFiles? files;
    private Connection? connection;

    public AppSession(string id, CompiledNotebook notebook, VisitorLanguage language, SessionRegistry registry)
    {
        Id = id;
        Language = language;
        this.registry = registry;
        Activity = new SessionActivity(Limits);
        Notebook = new NotebookSession(notebook, this, time: Limits.TimeProvider);
        Notebook.Widgets.Refused += refused => Log.IgnoredMessage(LogName, refused.Reason);
    }

    public string Id { get; }

    /// <summary>What the log calls the session: with the whole id, whoever reads the log could enter it.</summary>
    public string LogName => Id[..8];

    public VisitorLanguage Language { get; }

    public NotebookSession Notebook { get; }

    public SessionActivity Activity { get; }

    /// <summary>What the page sends ahead of its messages. Most visitors are idle most of the time: made when it is first asked for.</summary>
    public IncomingFiles Files => files ?? Interlocked.CompareExchange(ref files, new IncomingFiles(Limits.TimeProvider), null) ?? files;

    private SessionLimits Limits => registry.Limits;

    private ILogger Log => registry.Log;

    void ICommChannel.Send(CommMessage message)
    {
        if (connection is { } current)
            current.Send(ServerMessage.Comm(message, HandledMessage.Id));
    }

    /// <summary>Runs the cells.</summary>
    /// <exception cref="TimeoutException">They took too long; the log has it.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await NotebookTurn.RunAsync(Notebook, Language.Culture, Limits.HandlerTimeout, () => Notebook.RunAsync(cancellationToken)).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Log.TookTooLong(LogName, Limits.HandlerTimeout.TotalSeconds, LogName);
            throw;
        }
        catch (NotebookHangsException)
        {
            Hangs(LogName);
            throw new TimeoutException();
        }
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
            await ReceiveAllAsync(new FrameReader(socket, Limits.MaxMessageBytes), mine, stop.Token).ConfigureAwait(false);
            ReadingEnded(mine);
            await mine.CloseAsync(WebSocketCloseStatus.NormalClosure, "").ConfigureAwait(false);
            // What browsers say when the tab is closed or shows another page: nobody can come back to this one.
            if (socket.CloseStatus == WebSocketCloseStatus.EndpointUnavailable)
                await registry.RemoveAsync(this).ConfigureAwait(false);
        }
        catch (ProtocolException error)
        {
            Log.RefusedMessage(LogName, error.Message);
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
        files?.Dispose();
        await Notebook.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Lets go of what has been given up, the visitor being there or not.</summary>
    public void Sweep() => files?.ForgetStalled();

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
        Log.OversizeMessage(LogName, Limits.MaxMessageBytes);
        Notice(mine, Language.Texts.TooLarge, ByteSize.Readable(Limits.MaxUploadBytes));
        // Without it the widget would hold back all it has to say from now on.
        if (ClientMessage.IdOfBeginning(frame) is { } id)
            mine.Send(ServerMessage.Status(id, "idle"));
    }

    private async Task HandleAsync(ClientMessage message, Connection mine, CancellationToken cancellationToken)
    {
        var sent = message.Files.Count == 0 ? [] : Files.Take(message.Files);
        var comm = sent.Count == 0 ? message.Comm : message.Comm with { Buffers = [.. message.Comm.Buffers, .. sent.Select(file => file.Bytes)] };
        mine.Send(ServerMessage.Status(message.Id, "busy"));
        try
        {
            using (HandledMessage.Begin(message.Id))
                await NotebookTurn.RunAsync(
                    Notebook, Language.Culture, Limits.HandlerTimeout, () => Notebook.ReceiveAsync(comm, cancellationToken)).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            var reference = ErrorReference.Next();
            Log.TookTooLong(reference, Limits.HandlerTimeout.TotalSeconds, LogName);
            HostMetrics.Failures.Add(1);
            Notice(mine, Language.Texts.TookTooLong, Limits.HandlerTimeout.TotalSeconds, reference);
        }
        catch (NotebookHangsException)
        {
            var reference = ErrorReference.Next();
            Notice(mine, Language.Texts.TookTooLong, Limits.HandlerTimeout.TotalSeconds, reference);
            Hangs(reference);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var reference = ErrorReference.Next();
            Log.HandlerFailed(error, reference, LogName);
            HostMetrics.Failures.Add(1);
            Notice(mine, Language.Texts.WentWrong, reference);
        }
        finally
        {
            foreach (var file in sent)
                file.Dispose();
            mine.Send(ServerMessage.Status(message.Id, "idle"));
        }
    }

    private void Hangs(string reference)
    {
        Log.HandlerHangs(reference, Limits.HandlerTimeout.TotalSeconds, LogName);
        registry.Hangs(this);
    }

    private static void Notice(Connection to, string sentence, params object[] values) =>
        to.Send(ServerMessage.Notice(string.Format(CultureInfo.InvariantCulture, sentence, values)));

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
