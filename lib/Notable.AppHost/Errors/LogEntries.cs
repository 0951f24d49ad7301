using Microsoft.Extensions.Logging;

namespace Notable.AppHost.Errors;

/// <summary>Everything that the host writes into the author's log.</summary>
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

    [LoggerMessage(6, LogLevel.Warning, "A visitor was turned away: there are {Limit} already")]
    public static partial void TooManyVisitors(this ILogger log, int limit);

    [LoggerMessage(7, LogLevel.Debug, "Session {Session} was dropped: its visitor is gone")]
    public static partial void VisitorGone(this ILogger log, string session);

    [LoggerMessage(8, LogLevel.Error, "Ending session {Session} failed")]
    public static partial void EndFailed(this ILogger log, Exception error, string session);

    [LoggerMessage(9, LogLevel.Warning, "A connection from the page of another site was refused: {Origin}")]
    public static partial void ForeignOrigin(this ILogger log, string origin);

    [LoggerMessage(10, LogLevel.Information, "Cell {Cell} wrote to its error stream (session {Session}): {Text}")]
    public static partial void ErrorStream(this ILogger log, int cell, string session, string text);

    [LoggerMessage(11, LogLevel.Error, "Cell {Cell} failed when the app was tried out; visitors will meet the same")]
    public static partial void TrialFailed(this ILogger log, Exception error, int cell);

    [LoggerMessage(12, LogLevel.Information, "Serving {Notebook} at {Address}")]
    public static partial void Serving(this ILogger log, string notebook, Uri address);

    [LoggerMessage(13, LogLevel.Information, "Session {Session} sent something for a widget that was ignored: {Reason}")]
    public static partial void IgnoredMessage(this ILogger log, string session, string reason);
}
