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

    [LoggerMessage(14, LogLevel.Error, "{Reference}: a cell or handler took longer than {Seconds} s and was stopped (session {Session})")]
    public static partial void TookTooLong(this ILogger log, string reference, double seconds, string session);

    [LoggerMessage(15, LogLevel.Critical, "{Reference}: a cell or handler took longer than {Seconds} s and does not stop; the visit was ended (session {Session}). Without a supervisor its thread is lost until the process ends")]
    public static partial void HandlerHangs(this ILogger log, string reference, double seconds, string session);

    [LoggerMessage(16, LogLevel.Warning, "An upload was asked to come later: {Count} are on their way or in work")]
    public static partial void UploadsFull(this ILogger log, int count);

    [LoggerMessage(17, LogLevel.Warning, "{Address} asked for more new visits than it may; it was asked to wait")]
    public static partial void TooManyVisits(this ILogger log, string address);

    [LoggerMessage(18, LogLevel.Error, "Worker {Worker} ended unexpectedly (exit code {ExitCode}); the next one starts in {Seconds} s, visitors wait meanwhile")]
    public static partial void WorkerDied(this ILogger log, int worker, int exitCode, double seconds);

    [LoggerMessage(19, LogLevel.Error, "Worker {Worker} has not been heard of for {Seconds} s and was killed")]
    public static partial void WorkerSilent(this ILogger log, int worker, double seconds);

    [LoggerMessage(20, LogLevel.Warning, "Worker {Worker} has a handler that does not stop; another worker is started in its place")]
    public static partial void WorkerHangs(this ILogger log, int worker);

    [LoggerMessage(21, LogLevel.Information, "Worker {Worker} takes the visitors from now on; worker {Before} ends with the last of its own")]
    public static partial void WorkerTookOver(this ILogger log, int worker, int before);

    [LoggerMessage(22, LogLevel.Information, "The notebook has changed and is compiled anew")]
    public static partial void NotebookChanged(this ILogger log);

    [LoggerMessage(23, LogLevel.Error, "Worker {Worker} could not take over, for the reason above; the one before goes on")]
    public static partial void CandidateFailed(this ILogger log, int worker);
}
