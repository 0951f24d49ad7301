using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Pages;
using Notable.AppHost.Sessions;

namespace Notable.AppHost.Http;

/// <summary>Makes a session for a new visitor, runs the cells and sends the page.</summary>
internal sealed class PageEndpoint(Task<AppNotebook> notebook, SessionRegistry sessions, SessionLimits limits, ILogger log)
{
    private const int RetrySeconds = 20;

    public async Task SendAsync(HttpContext context)
    {
        // Link previews and monitors look with HEAD: no session for them.
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        var app = await notebook.WaitAsync(context.RequestAborted);
        if (sessions.TryCreate(app.Compiled) is not { } session)
        {
            context.Response.Headers.RetryAfter = RetrySeconds.ToString();
            context.Response.Headers["Refresh"] = RetrySeconds.ToString();
            await Failures.WriteAsync(
                context, StatusCodes.Status503ServiceUnavailable, "Many visitors just now",
                "All places are taken. This page tries again by itself in a moment.");
            return;
        }
        try
        {
            await session.Notebook.RunAsync(context.RequestAborted);
        }
        catch
        {
            await sessions.RemoveAsync(session);
            throw;
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(app.Page(session, RootPath.From(context.Request.Path), limits.MaxUploadBytes, log));
    }
}
