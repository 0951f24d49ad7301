using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Sessions;
using Notable.AppHost.Sockets;
using Notable.AppHost.Workers;

namespace Notable.AppHost.Http;

/// <summary>
/// Accepts the WebSocket of a page, after checking its origin and key. From then on <see cref="PageConversation"/> serves it, also when it
/// closes or drops.
/// </summary>
internal sealed class ChannelsEndpoint(SessionRegistry sessions, OtherWorkers others, ILogger log)
{
    public async Task ServeAsync(HttpContext context, string id)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            context.Response.Headers.Upgrade = "websocket";
            return;
        }
        if (!OriginCheck.IsOwn(context.Request))
        {
            log.ForeignOrigin(context.Request.Headers.Origin.ToString());
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var session = sessions.Find(id, SessionKey.OfSocket(context));
        if (session is null && others.Of(id) is { } worker && await others.AnswerAsync(context, worker))
            return;
        using var socket = await context.WebSockets.AcceptWebSocketAsync(SessionKey.Accepted(context));
        if (session is not null)
        {
            await PageConversation.ServeAsync(socket, session, sessions, context.RequestAborted);
            return;
        }
        // To a page, a refused handshake looks like a network failure. A close code tells it to start again.
        await using var connection = new PageConnection(socket);
        connection.ReadingEnded();
        await connection.CloseAsync(PageConnection.SessionGone, "This visit has ended.");
    }
}
