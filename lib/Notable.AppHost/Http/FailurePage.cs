using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Languages;
using Notable.AppHost.Pages;

namespace Notable.AppHost.Http;

/// <summary>The page for errors of the host itself: it shows a reference, never a stack trace.</summary>
internal static class FailurePage
{
    public static void UseFailurePage(this IApplicationBuilder app, ILogger log) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The visitor is gone.
        }
        catch (Exception error) when (error is BadHttpRequestException or ConnectionResetException or ConnectionAbortedException && !context.Response.HasStarted)
        {
            // A slow, broken or too large body: a client error that the author cannot fix.
            context.Response.StatusCode = (error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
            log.BadRequest(context.Request.Method, Route(context), error.GetType().Name, context.Response.StatusCode);
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            var reference = ErrorReference.Next();
            log.RequestFailed(error, reference, context.Request.Method, Route(context));
            var texts = VisitorLanguage.Of(context.Request).Texts;
            await WriteAsync(
                context, StatusCodes.Status500InternalServerError, texts.FailedTitle,
                string.Format(CultureInfo.InvariantCulture, texts.WentWrong, reference));
        }
    });

    /// <summary>Returns the route pattern, without the visitor's values.</summary>
    private static string Route(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "an unknown address";

    public static Task WriteAsync(HttpContext context, int status, string title, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(
            PageTemplate.Message(VisitorLanguage.Of(context.Request).Texts, title, sentence, RootPath.From(context.Request.Path)));
    }

    /// <summary>Asks to try again later; the page reloads by itself.</summary>
    public static Task WriteLaterAsync(HttpContext context, int status, string title, string sentence, int seconds)
    {
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["Refresh"] = seconds.ToString(CultureInfo.InvariantCulture);
        return WriteAsync(context, status, title, sentence);
    }
}
