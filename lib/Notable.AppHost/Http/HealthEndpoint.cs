using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Notable.AppHost.Limits;
using Notable.AppHost.Sessions;
using Notable.AppHost.Workers;

namespace Notable.AppHost.Http;

/// <summary>
/// <c>/healthz</c>: 200 while the app serves, 503 before and after. If a limit is reached, the app still serves other visitors and a
/// restart would not help, so the status stays 200 and the text names the limit.
/// </summary>
internal sealed class HealthEndpoint(Func<bool> isReady, ResourceLimits resources, WorkerSettings? settings)
{
    /// <summary>The queue length above which the text mentions it.</summary>
    private const int LongQueue = 50;

    public Task SendAsync(HttpContext context)
    {
        var serves = isReady();
        context.Response.StatusCode = serves ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain";
        context.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(serves ? Text() : "not ready\n");
    }

    private string Text()
    {
        var text = new StringBuilder();
        foreach (var (name, quota) in resources.All)
            if (quota.IsTight)
                text.Append(CultureInfo.InvariantCulture, $"busy: {name.Replace('_', ' ')}: {quota.InUse} of {quota.Total} in use, a request was refused within the last minute\n");
        if (LibraryWork.Waiting > LongQueue)
            text.Append(CultureInfo.InvariantCulture, $"busy: {LibraryWork.Waiting} handlers are waiting\n");
        if (settings is { Deaths: > 0 })
            text.Append(CultureInfo.InvariantCulture, $"restarted: {settings.Deaths} times, last because the worker {settings.LastDeath}\n");
        return text.Length == 0 ? "ok\n" : text.ToString();
    }
}
