using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Languages;
using Notable.AppHost.Limits;
using Notable.AppHost.Metrics;
using Notable.AppHost.Pages;
using Notable.AppHost.Sessions;
using Notable.AppHost.Workers;

namespace Notable.AppHost.Http;

/// <summary>Creates a session for a new visitor, runs the cells and sends the page as they end.</summary>
internal sealed class PageEndpoint(
    Task<AppNotebook> notebook, SessionRegistry sessions, SessionLimits limits, OtherWorkers others, ILogger log)
{
    private const int RetrySeconds = 20;

    public async Task SendAsync(HttpContext context)
    {
        var language = VisitorLanguage.Of(context.Request);
        if (sessions.IsClosed)
        {
            await FailurePage.WriteLaterAsync(
                context, StatusCodes.Status503ServiceUnavailable, language.Texts.FullTitle, language.Texts.Full, RetrySeconds);
            return;
        }
        // Link previews and monitors use HEAD and get no session.
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        if (others.Successor is { } successor && await others.AnswerAsync(context, successor))
            return;
        var app = await notebook.WaitAsync(context.RequestAborted);
        var started = Stopwatch.GetTimestamp();
        var address = AddressKey.Of(context);
        if (!sessions.Addresses.MayVisit(address))
        {
            log.TooManyVisits(address);
            HostMetrics.Refused(RefusalReason.Visits);
            await FailurePage.WriteLaterAsync(
                context, StatusCodes.Status429TooManyRequests, language.Texts.TooOftenTitle, language.Texts.TooOften, RetrySeconds);
            return;
        }
        if (sessions.TryCreate(app.Compiled, language, Query(context.Request), address) is not { } session)
        {
            await FailurePage.WriteLaterAsync(
                context, StatusCodes.Status503ServiceUnavailable, language.Texts.FullTitle, language.Texts.Full, RetrySeconds);
            return;
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var page = new PageWriter(context.Response);
            await app.WriteAsync(page, session, RootPath.From(context.Request.Path), limits.MaxUploadBytes, log, context.RequestAborted);
        }
        catch
        {
            await sessions.RemoveAsync(session);
            throw;
        }
        HostMetrics.PageSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static IReadOnlyDictionary<string, string> Query(HttpRequest request) =>
        request.Query.Count == 0 ? NoQuery : request.Query.ToDictionary(entry => entry.Key, entry => entry.Value.ToString(), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> NoQuery = [];
}
