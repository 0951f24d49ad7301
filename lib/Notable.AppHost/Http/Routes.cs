using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Pages;
using Notable.AppHost.Sessions;

namespace Notable.AppHost.Http;

/// <summary>All that the server answers; everything else is 404.</summary>
internal static class Routes
{
    // All of the app is there too: a proxy may pass on nothing but what lies below it.
    private const string Voila = "/voila";
    private static readonly string[] reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly TimeSpan keepAlive = TimeSpan.FromSeconds(30);

    public static void Map(
        WebApplication app, AppOptions options, SessionLimits limits, Task<AppNotebook> notebook, SessionRegistry sessions, ILogger log)
    {
        app.UseSecurityHeaders();
        app.UseFailurePage(log);
        app.UsePathBase(options.BaseUrl.TrimEnd('/'));
        app.UsePathBase(Voila);
        app.UseRouting();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = keepAlive });

        var page = new PageEndpoint(notebook, sessions, limits, log);
        var channels = new ChannelsEndpoint(sessions, log);
        app.MapMethods("/", reading, context => AtRoot(context) ? page.SendAsync(context) : Task.CompletedTask);
        app.MapMethods($"/render/{Literal(Path.GetFileName(options.Notebook))}", reading, page.SendAsync);
        app.MapMethods("/static/{name}", reading, context => AssetEndpoint.SendAsync(context, (string)context.Request.RouteValues["name"]!));
        app.MapMethods("/api/session/{id}/channels", [HttpMethods.Get, HttpMethods.Connect], context =>
            channels.ServeAsync(context, (string)context.Request.RouteValues["id"]!));
        app.MapMethods("/healthz", reading, context => Health(context, notebook));
    }

    // Braces stand for variables in a route.
    private static string Literal(string text) => text.Replace("{", "{{").Replace("}", "}}");

    // The page's links are relative to a slash at the end.
    private static bool AtRoot(HttpContext context)
    {
        if (context.Request.Path.HasValue)
            return true;
        context.Response.Redirect(context.Request.PathBase + "/");
        return false;
    }

    private static Task Health(HttpContext context, Task<AppNotebook> notebook)
    {
        var isReady = notebook.IsCompletedSuccessfully;
        context.Response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(isReady ? "ok\n" : "starting\n");
    }
}
