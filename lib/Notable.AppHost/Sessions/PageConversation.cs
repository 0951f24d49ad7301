using System.Globalization;
using System.Net.WebSockets;
using Notable.AppHost.Errors;
using Notable.AppHost.Limits;
using Notable.AppHost.Metrics;
using Notable.AppHost.Sockets;
using Notable.Widgets;

namespace Notable.AppHost.Sessions;

/// <summary>
/// Serves a WebSocket of a visitor's page until it closes or drops. Each message is charged to the visitor, handled by the notebook, and
/// answered. A page whose connection drops reconnects (<c>web/src/connection.js</c>); <see cref="SessionExpiry"/> limits how long its session
/// waits.
/// </summary>
internal sealed class PageConversation
{
    private readonly AppSession session;
    private readonly PageConnection connection;
    private readonly SessionRegistry registry;

    private PageConversation(AppSession session, PageConnection connection, SessionRegistry registry) =>
        (this.session, this.connection, this.registry) = (session, connection, registry);

    /// <summary>
    /// Serves <paramref name="socket"/> until it closes or drops. An older connection of the session is aborted. A session whose connection
    /// drops waits for the page to reconnect; a session whose page the visitor has closed ends at once.
    /// </summary>
    public static async Task ServeAsync(WebSocket socket, AppSession session, SessionRegistry registry, CancellationToken cancellationToken)
    {
        using var memory = registry.ResourceLimits.Received.Open(session.VisitorKey);
        await using var connection = new PageConnection(socket, registry.ResourceLimits.Outgoing.Open(session.VisitorKey));
        session.Page.Replace(connection);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, session.Ended);
        try
        {
            var reader = new FrameReader(socket, session.Limits.MaxMessageBytes, memory);
            await new PageConversation(session, connection, registry).ListenAsync(reader, memory, stop.Token).ConfigureAwait(false);
            session.Page.ReadingEnded(connection);
            await connection.CloseAsync(WebSocketCloseStatus.NormalClosure, "").ConfigureAwait(false);
            // Browsers send this status when the tab is closed or shows another page, so the page cannot come back.
            if (socket.CloseStatus == WebSocketCloseStatus.EndpointUnavailable)
                await registry.RemoveAsync(session).ConfigureAwait(false);
        }
        catch (PageProtocolException error)
        {
            session.Log.RefusedMessage(session.LogName, error.Message);
            session.Page.ReadingEnded(connection);
            await connection.CloseAsync(WebSocketCloseStatus.PolicyViolation, "Only messages of the app's own page are understood.").ConfigureAwait(false);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            connection.Abort();
        }
        finally
        {
            session.Page.ReadingEnded(connection);
        }
    }

    /// <summary>Handles messages until the page closes the connection.</summary>
    /// <exception cref="PageProtocolException">A message is not one that the app's page sends.</exception>
    private async Task ListenAsync(FrameReader reader, ResourceQuota.Charge memory, CancellationToken cancellationToken)
    {
        var rateLimit = new MessageRateLimit(registry.Addresses, session.VisitorKey.Address);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
        {
            session.Expiry.Seen();
            var before = connection.SentBytes;
            if (frame.Fate == FrameFate.Whole)
                await HandleAsync(ClientMessage.Parse(frame), cancellationToken).ConfigureAwait(false);
            else
                Refuse(frame);
            // From here on the values that widgets keep are charged, and no longer the message.
            session.ChargeKept();
            memory.Give(memory.Amount);
            if (session.Refused.Take() is { } reason)
            {
                session.Log.IgnoredMessage(session.LogName, reason);
                HostMetrics.Refused(RefusalReason.Message);
                await rateLimit.RefusedAsync(cancellationToken).ConfigureAwait(false);
            }
            session.Expiry.Seen();
            await rateLimit.NextAsync(connection.SentBytes - before, cancellationToken).ConfigureAwait(false);
            await connection.CaughtUpAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Refuse(ReceivedFrame frame)
    {
        if (frame.Fate == FrameFate.NoRoom)
        {
            session.Log.UploadsFull(registry.ResourceLimits.Received.InUse);
            HostMetrics.Refused(RefusalReason.Uploads);
            Notice(session.Language.Texts.Busy);
        }
        else
        {
            session.Log.OversizeMessage(session.LogName, session.Limits.MaxMessageBytes);
            Notice(session.Language.Texts.TooLarge, ByteSize.Readable(frame.IsBinary ? session.Limits.MaxUploadBytes : FrameReader.MaxTextBytes));
        }
        // Without this answer, the widget would send no further changes.
        if (ClientMessage.IdOfBeginning(frame) is { } id)
            connection.Send(ServerMessage.Status(id, "idle"));
    }

    private async Task HandleAsync(ClientMessage message, CancellationToken cancellationToken)
    {
        var buffers = message.Comm.Buffers.Count;
        using var places = registry.ResourceLimits.Files.Open(session.VisitorKey);
        if (!registry.Addresses.MayUpload(session.VisitorKey.Address, buffers) || buffers > 0 && !places.TryAdd(buffers))
        {
            session.Log.UploadsFull(registry.ResourceLimits.Received.InUse);
            HostMetrics.Refused(RefusalReason.Uploads);
            Notice(session.Language.Texts.Busy);
            connection.Send(ServerMessage.Status(message.Id, "idle"));
            return;
        }
        if (session.Notebook.Widgets.Find(message.Comm.CommId) is not null)
            session.Expiry.Used();
        var sent = message.Files.Count == 0 ? [] : session.Files.Take(message.Files);
        try
        {
            var comm = sent.Count == 0 ? message.Comm : message.Comm with { Buffers = [.. message.Comm.Buffers, .. sent.Select(file => file.Bytes)] };
            connection.Send(ServerMessage.Status(message.Id, "busy"));
            await HandleAsync(comm, message.Id, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            session.ChargeKept();
            foreach (var file in sent)
                file.Dispose();
            connection.Send(ServerMessage.Status(message.Id, "idle"));
        }
    }

    private async Task HandleAsync(CommMessage comm, string messageId, CancellationToken cancellationToken)
    {
        try
        {
            using (HandledMessage.Begin(messageId))
                await session.RunAsync(() => session.Notebook.ReceiveAsync(comm, cancellationToken)).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            var reference = ErrorReference.Next();
            session.Log.TookTooLong(reference, session.Limits.HandlerTimeout.TotalSeconds, session.LogName);
            HostMetrics.Failures.Add(1);
            Notice(session.Language.Texts.TookTooLong, session.Limits.HandlerTimeout.TotalSeconds, reference);
        }
        catch (NotebookHangsException)
        {
            var reference = ErrorReference.Next();
            Notice(session.Language.Texts.TookTooLong, session.Limits.HandlerTimeout.TotalSeconds, reference);
            session.Hangs(reference);
        }
        catch (Exception error) when (error is OperationCanceledException or WidgetHandlerException { InnerException: OperationCanceledException }
            && session.IsWorkEnded)
        {
            // The visit and its work have ended.
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var reference = ErrorReference.Next();
            session.Log.HandlerFailed(error, reference, session.LogName);
            HostMetrics.Failures.Add(1);
            Notice(session.Language.Texts.WentWrong, reference);
        }
    }

    private void Notice(string sentence, params object[] values) =>
        connection.Send(ServerMessage.Notice(string.Format(CultureInfo.InvariantCulture, sentence, values)));
}
