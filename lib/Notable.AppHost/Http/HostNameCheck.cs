using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Languages;

namespace Notable.AppHost.Http;

/// <summary>
/// Answers only under names that are its own. Any site can point a name of its own at this machine's address, and its pages
/// would then count as the app's (DNS rebinding). An IP address cannot be pointed elsewhere, so it is always allowed.
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
            // Monitors may use any name; they learn nothing but whether the app lives.
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
