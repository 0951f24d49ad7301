using Microsoft.AspNetCore.Http;

namespace Notable.AppHost.Http;

/// <summary>Checks which page opened a WebSocket. Browsers let any page connect to any server, and send the page's site as <c>Origin</c>.</summary>
internal static class OriginCheck
{
    /// <summary>Returns false for pages of other sites; true for our own, and for programs, which send no origin.</summary>
    public static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        return origin.Count == 0
            || origin.Count == 1
            && Uri.TryCreate(origin[0], UriKind.Absolute, out var site)
            && string.Equals(site.Authority, Authority(request.Host, site.Scheme), StringComparison.OrdinalIgnoreCase);
    }

    // An origin never contains the scheme's default port, but a host header may.
    private static string Authority(HostString host, string scheme) =>
        host.Port is { } port && port == (scheme == Uri.UriSchemeHttps ? 443 : 80) ? host.Host : host.Value ?? "";
}
