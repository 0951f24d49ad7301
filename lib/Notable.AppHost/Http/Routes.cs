using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Languages;
using Notable.AppHost.Pages;
using Notable.AppHost.Sessions;
using Notable.AppHost.Workers;

namespace Notable.AppHost.Http;

/// <summary>The routes of the server; everything else is 404.</summary>
internal static class Routes
{
    // The whole app is available here too: a proxy may forward only this path.
    private const string Voila = "/voila";
    private static readonly string[] reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly TimeSpan keepAlive = TimeSpan.FromSeconds(30), longestSilence = TimeSpan.FromSeconds(30);

    public static void Map(
        WebApplication app, AppOptions options, Task<AppNotebook> notebook, SessionRegistry sessions, OtherWorkers others, WorkerSettings? settings, ILogger log)
    {
        app.UseSecurityHeaders(options);
        app.UseFailurePage(log);
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false } && context.GetEndpoint() is null && HttpMethods.IsGet(context.Request.Method))
            {
                var texts = VisitorLanguage.Of(context.Request).Texts;
                var sentence = string.Format(CultureInfo.InvariantCulture, texts.NotFound, Path.GetFileName(options.Notebook));
                await FailurePage.WriteAsync(context, StatusCodes.Status404NotFound, texts.NotFoundTitle, sentence);
            }
        });
        ForwardedVisitors.Use(app, options, log);
        HostNameCheck.Use(app, options, log);
        app.UsePathBase(options.BaseUrl.TrimEnd('/'));
        app.UsePathBase(Voila);
        AccessToken.Use(app, options, sessions.Addresses, log);
        app.UseRouting();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = keepAlive, KeepAliveTimeout = longestSilence });

        var limits = sessions.Limits;
        var page = new PageEndpoint(notebook, sessions, limits, others, log);
        var channels = new ChannelsEndpoint(sessions, others, log);
        var uploads = new UploadEndpoint(sessions, limits, sessions.Addresses, others, log);
        var metrics = new MetricsEndpoint(sessions.ResourceLimits, options, settings);
        var health = new HealthEndpoint(() => notebook.IsCompletedSuccessfully && !sessions.IsClosed, sessions.ResourceLimits, settings);
        app.MapMethods("/", reading, context => AtRoot(context) ? page.SendAsync(context) : Task.CompletedTask);
        app.MapMethods($"/render/{Literal(Path.GetFileName(options.Notebook))}", reading, page.SendAsync);
        app.MapMethods("/static/{name}", reading, context => AssetEndpoint.SendAsync(context, Value(context, "name")));
        app.MapMethods("/api/session/{id}/channels", [HttpMethods.Get, HttpMethods.Connect], context => channels.ServeAsync(context, Value(context, "id")));
        app.MapMethods("/api/session/{id}/uploads/{file}", [HttpMethods.Post, HttpMethods.Delete], context =>
            uploads.ReceiveAsync(context, Value(context, "id"), Value(context, "file")));
        app.MapMethods("/healthz", reading, health.SendAsync);
        app.MapMethods("/metrics", reading, metrics.SendAsync);
        app.Lifetime.ApplicationStopped.Register(sessions.Addresses.Dispose);
    }

    private static string Value(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    // Braces mark variables in a route.
    private static string Literal(string text) => text.Replace("{", "{{").Replace("}", "}}");

    // The page's links need a slash at the end.
    private static bool AtRoot(HttpContext context)
    {
        if (context.Request.Path.HasValue)
            return true;
        context.Response.Redirect(context.Request.PathBase + "/" + context.Request.QueryString);
        return false;
    }
}
