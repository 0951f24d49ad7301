using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Limits;
using Notable.AppHost.Metrics;
using Notable.AppHost.Sessions;
using Notable.AppHost.Uploads;
using Notable.AppHost.Workers;

namespace Notable.AppHost.Http;

/// <summary>
/// Receives files in pieces, because proxies limit the size of a request body:
/// <c>POST api/session/ID/uploads/FILE?size=N&amp;offset=N</c>, and <c>DELETE</c> to cancel. The page's message then names
/// the file. Nothing is written to disk.
/// </summary>
internal sealed class UploadEndpoint(SessionRegistry sessions, SessionLimits limits, AddressLimits addresses, OtherWorkers others, ILogger log)
{
    /// <summary>The maximum size of a piece in bytes: below the megabyte that proxies allow by default.</summary>
    public const int MaxPieceBytes = 512 * 1024;

    private const int RetrySeconds = 3;

    public async Task ReceiveAsync(HttpContext context, string sessionId, string fileId)
    {
        var response = context.Response;
        response.Headers.CacheControl = "no-store";
        if (!OriginCheck.IsOwn(context.Request))
        {
            log.ForeignOrigin(context.Request.Headers.Origin.ToString());
            response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (sessions.Find(sessionId, SessionKey.OfRequest(context)) is not { } session)
        {
            if (others.Of(sessionId) is not { } worker || !await others.AnswerAsync(context, worker))
                response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (HttpMethods.IsDelete(context.Request.Method))
        {
            session.Files.Forget(fileId);
            response.StatusCode = StatusCodes.Status204NoContent;
        }
        else if (Number(context.Request, "size") is not { } size || Number(context.Request, "offset") is not { } offset || fileId.Length > 64)
            response.StatusCode = StatusCodes.Status400BadRequest;
        else
            response.StatusCode = await ReceiveAsync(context, session, fileId, size, offset);
    }

    private async Task<int> ReceiveAsync(HttpContext context, AppSession session, string fileId, long size, long offset)
    {
        if (size > limits.MaxUploadBytes || context.Request.ContentLength > MaxPieceBytes)
            return StatusCodes.Status413PayloadTooLarge;
        if (offset == 0 && session.Files.Find(fileId) is null && Begin(context, session, fileId, (int)size) is { } refusal)
            return refusal;
        if (session.Files.Find(fileId) is not { } file || file.Size != size)
            return StatusCodes.Status409Conflict;
        var before = file.Received;
        var result = await file.AppendAsync((int)Math.Min(offset, int.MaxValue), context.Request.Body, context.RequestAborted);
        if (file.Received > before)
            session.Expiry.Seen();
        context.Response.Headers["Upload-Offset"] = file.Received.ToString(CultureInfo.InvariantCulture);
        if (result == IncomingFile.Piece.NoRoom)
        {
            log.UploadsFull(sessions.ResourceLimits.Received.InUse);
            HostMetrics.Refused(RefusalReason.Uploads);
            return Later(context, StatusCodes.Status503ServiceUnavailable);
        }
        return result == IncomingFile.Piece.Taken ? StatusCodes.Status204NoContent : StatusCodes.Status409Conflict;
    }

    /// <returns>The status of a refusal; null if the file is accepted.</returns>
    private int? Begin(HttpContext context, AppSession session, string fileId, int size)
    {
        if (!session.Files.Fits(size, limits.MaxUploadBytes))
            return StatusCodes.Status413PayloadTooLarge;
        if (!addresses.MayUpload(session.VisitorKey.Address, files: 1))
            return Later(context, StatusCodes.Status429TooManyRequests);
        if (session.Files.Begin(fileId, size) is not null)
            return null;
        log.UploadsFull(sessions.ResourceLimits.Received.InUse);
        HostMetrics.Refused(RefusalReason.Uploads);
        return Later(context, StatusCodes.Status503ServiceUnavailable);
    }

    private static int Later(HttpContext context, int status)
    {
        context.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
        return status;
    }

    private static long? Number(HttpRequest request, string name) =>
        long.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
