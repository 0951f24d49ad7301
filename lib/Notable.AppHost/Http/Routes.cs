using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Pages;
using Notable.AppHost.Sessions;
using Notable.AppHost.Uploads;
using Notable.AppHost.Workers;

namespace Notable.AppHost.Http;

/// <summary>All that the server answers; everything else is 404.</summary>
internal static class Routes
{
    // All of the app is there too: a proxy may pass on nothing but what lies below it.
    private const string Voila = "/voila";
    private static readonly string[] reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly TimeSpan keepAlive = TimeSpan.FromSeconds(30), longestSilence = TimeSpan.FromSeconds(30);

    public static void Map(
        WebApplication app, AppOptions options, Task<AppNotebook> notebook, SessionRegistry sessions, OtherWorkers others, ILogger log)
    {
        app.UseSecurityHeaders(options);
        app.UseFailurePage(log);
        ForwardedVisitors.Use(app, options);
        app.UsePathBase(options.BaseUrl.TrimEnd('/'));
        app.UsePathBase(Voila);
        AccessToken.Use(app, options);
        app.UseRouting();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = keepAlive, KeepAliveTimeout = longestSilence });

        var limits = sessions.Limits;
        var addresses = new AddressLimits(options);
        var gate = new UploadGate(options.MaxUploads, options.MaxUploadMemory);
        var page = new PageEndpoint(notebook, sessions, limits, addresses, others, log);
        var channels = new ChannelsEndpoint(sessions, others, log);
        var uploads = new UploadEndpoint(sessions, limits, gate, addresses, others, log);
        var metrics = new MetricsEndpoint(sessions, gate);
        app.MapMethods("/", reading, context => AtRoot(context) ? page.SendAsync(context) : Task.CompletedTask);
        app.MapMethods($"/render/{Literal(Path.GetFileName(options.Notebook))}", reading, page.SendAsync);
        app.MapMethods("/static/{name}", reading, context => AssetEndpoint.SendAsync(context, Value(context, "name")));
        app.MapMethods("/api/session/{id}/channels", [HttpMethods.Get, HttpMethods.Connect], context => channels.ServeAsync(context, Value(context, "id")));
        app.MapMethods("/api/session/{id}/uploads/{file}", [HttpMethods.Post, HttpMethods.Delete], context =>
            uploads.ReceiveAsync(context, Value(context, "id"), Value(context, "file")));
        app.MapMethods("/healthz", reading, context => Health(context, notebook.IsCompletedSuccessfully && !sessions.IsClosed));
        app.MapMethods("/metrics", reading, metrics.SendAsync);
        app.Lifetime.ApplicationStopped.Register(addresses.Dispose);
    }

    private static string Value(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    // Braces stand for variables in a route.
    private static string Literal(string text) => text.Replace("{", "{{").Replace("}", "}}");

    // The page's links are relative to a slash at the end.
    private static bool AtRoot(HttpContext context)
    {
        if (context.Request.Path.HasValue)
            return true;
        context.Response.Redirect(context.Request.PathBase + "/" + context.Request.QueryString);
        return false;
    }

    private static Task Health(HttpContext context, bool isReady)
    {
        context.Response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(isReady ? "ok\n" : "not ready\n");
    }
}
