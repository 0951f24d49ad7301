using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Languages;

namespace Notable.AppHost.Http;

/// <summary>
/// Answers only requests for the app's own host names. Any site can point its own name at this machine's address, and its pages
/// would then have the app's origin (DNS rebinding). IP addresses cannot be abused this way and are always allowed.
/// </summary>
internal static class HostNameCheck
{
    private const string Any = "*";

    public static void Use(IApplicationBuilder app, AppOptions options, ILogger log)
    {
        foreach (var name in options.HostNames)
            if (name != Any && Uri.CheckHostName(name) == UriHostNameType.Unknown)
                throw new AppHostException($"'{name}' is not a host name. Give a name such as app.example.org, without scheme and port, or * for any.");
        if (options.HostNames.Contains(Any))
            return;
        var allowed = options.HostNames.ToHashSet(StringComparer.OrdinalIgnoreCase);
        app.Use((context, next) =>
        {
            var host = context.Request.Host.Host;
            // Monitoring may use any name; it only learns whether the app is running.
            if (IsLocal(host) || allowed.Contains(host) || context.Request.Path == "/healthz")
                return next(context);
            log.ForeignHost(host);
            var texts = VisitorLanguage.Of(context.Request).Texts;
            return FailurePage.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, texts.ForeignHostTitle, texts.ForeignHost);
        });
    }

    private static bool IsLocal(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out _) || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
