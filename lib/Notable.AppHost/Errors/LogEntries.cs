using Microsoft.Extensions.Logging;

namespace Notable.AppHost.Errors;

/// <summary>The entries that the host writes to the author's log.</summary>
internal static partial class LogEntries
{
    [LoggerMessage(1, LogLevel.Error, "{Reference}: a handler of the notebook failed (session {Session})")]
    public static partial void HandlerFailed(this ILogger log, Exception error, string reference, string session);

    [LoggerMessage(2, LogLevel.Error, "{Reference}: cell {Cell} failed (session {Session})")]
    public static partial void CellFailed(this ILogger log, Exception error, string reference, int cell, string session);

    [LoggerMessage(3, LogLevel.Error, "{Reference}: {Method} {Path} failed")]
    public static partial void RequestFailed(this ILogger log, Exception error, string reference, string method, string path);

    [LoggerMessage(4, LogLevel.Warning, "The connection of session {Session} was closed: it sent {Reason}")]
    public static partial void RefusedMessage(this ILogger log, string session, string reason);

    [LoggerMessage(5, LogLevel.Information, "Session {Session} sent a message of more than {Limit} bytes; it was refused")]
    public static partial void OversizeMessage(this ILogger log, string session, int limit);

    [LoggerMessage(6, LogLevel.Warning, "A visitor from {Address} was refused: {Count} of {Limit} places are taken, or all places of that address")]
    public static partial void TooManyVisitors(this ILogger log, string address, long count, int limit);

    [LoggerMessage(7, LogLevel.Debug, "Session {Session} was dropped: its visitor is gone")]
    public static partial void VisitorGone(this ILogger log, string session);

    [LoggerMessage(8, LogLevel.Error, "Ending session {Session} failed")]
    public static partial void EndFailed(this ILogger log, Exception error, string session);

    [LoggerMessage(9, LogLevel.Warning, "A connection from the page of another site was refused: {Origin}")]
    public static partial void ForeignOrigin(this ILogger log, string origin);

    [LoggerMessage(10, LogLevel.Information, "Cell {Cell} wrote to its error stream (session {Session}): {Text}")]
    public static partial void ErrorStream(this ILogger log, int cell, string session, string text);

    [LoggerMessage(11, LogLevel.Error, "Cell {Cell} failed in the warm-up run; it will fail for visitors too")]
    public static partial void WarmUpFailed(this ILogger log, Exception error, int cell);

    [LoggerMessage(12, LogLevel.Information, "Serving {Notebook} at {Address}")]
    public static partial void Serving(this ILogger log, string notebook, Uri address);

    [LoggerMessage(13, LogLevel.Information, "Session {Session} sent something for a widget that was ignored: {Reason}")]
    public static partial void IgnoredMessage(this ILogger log, string session, string reason);

    [LoggerMessage(14, LogLevel.Error, "{Reference}: a cell or handler took longer than {Seconds} s and was stopped (session {Session})")]
    public static partial void TookTooLong(this ILogger log, string reference, double seconds, string session);

    [LoggerMessage(15, LogLevel.Critical, "{Reference}: a cell or handler took longer than {Seconds} s and does not stop; the visit was ended (session {Session}). Without a supervisor its thread is lost until the process ends")]
    public static partial void HandlerHangs(this ILogger log, string reference, double seconds, string session);

    [LoggerMessage(16, LogLevel.Warning, "An upload was asked to try again later: the limit of the visitor, of the address or of all visitors is reached (uploads use {Bytes} bytes)")]
    public static partial void UploadsFull(this ILogger log, long bytes);

    [LoggerMessage(17, LogLevel.Warning, "{Address} exceeded its limit of new visits; it was asked to wait")]
    public static partial void TooManyVisits(this ILogger log, string address);

    [LoggerMessage(18, LogLevel.Error, "Worker {Worker} ended unexpectedly: {Reason}. The next one starts in {Seconds} s; visitors wait until then")]
    public static partial void WorkerDied(this ILogger log, int worker, string reason, double seconds);

    [LoggerMessage(19, LogLevel.Error, "Worker {Worker} has not responded for {Seconds} s and was killed")]
    public static partial void WorkerSilent(this ILogger log, int worker, double seconds);

    [LoggerMessage(20, LogLevel.Warning, "Worker {Worker} has a handler that does not stop; another worker is started in its place")]
    public static partial void WorkerHangs(this ILogger log, int worker);

    [LoggerMessage(21, LogLevel.Information, "Worker {Worker} serves new visitors from now on; worker {Before} ends when its last visitor leaves")]
    public static partial void WorkerTookOver(this ILogger log, int worker, int before);

    [LoggerMessage(22, LogLevel.Information, "The notebook has changed and is being compiled again")]
    public static partial void NotebookChanged(this ILogger log);

    [LoggerMessage(23, LogLevel.Error, "Worker {Worker} could not take over, for the reason above; the previous one continues")]
    public static partial void CandidateFailed(this ILogger log, int worker);

    [LoggerMessage(24, LogLevel.Warning, "{Count} more entries like the next one ({Kind}) were omitted")]
    public static partial void LeftOut(this ILogger log, int count, string kind);

    [LoggerMessage(25, LogLevel.Information, "{Method} {Route} was aborted ({Kind}); answered with {Status}")]
    public static partial void BadRequest(this ILogger log, string method, string route, string kind, int status);

    [LoggerMessage(26, LogLevel.Warning, "A request for the host name {Host} was refused. If visitors use this name, start the app with --host-name")]
    public static partial void ForeignHost(this ILogger log, string host);

    [LoggerMessage(27, LogLevel.Warning, "{Address} has {Limit} open connections; another one was refused")]
    public static partial void TooManyConnections(this ILogger log, string address, int limit);

    [LoggerMessage(28, LogLevel.Warning, "{Address} forwards requests but is not a trusted proxy, so all its visitors count as one address. If it is your proxy, start the app with --proxy")]
    public static partial void UnknownProxy(this ILogger log, string address);

    [LoggerMessage(29, LogLevel.Warning, "The token has only {Length} characters and could be guessed; use {Good} or more")]
    public static partial void ShortToken(this ILogger log, int length, int good);

    [LoggerMessage(30, LogLevel.Warning, "{Address} tried a wrong token")]
    public static partial void WrongToken(this ILogger log, string address);

    [LoggerMessage(32, LogLevel.Information, "A handler wrote to its error stream (session {Session}): {Text}")]
    public static partial void HandlerErrorStream(this ILogger log, string session, string text);

    [LoggerMessage(31, LogLevel.Information, "Session {Session} was closed to make room for a new visitor")]
    public static partial void GaveWay(this ILogger log, string session);

    [LoggerMessage(33, LogLevel.Error, "{Reference}: an exception in the background of the notebook was not handled (session {Session})")]
    public static partial void BackgroundFailed(this ILogger log, Exception error, string reference, string session);
}
