using Microsoft.AspNetCore.Http;

namespace Notable.AppHost.Http;

/// <summary>Whose page a WebSocket comes from. Browsers let any page open one to any server and name the page's site in <c>Origin</c>.</summary>
internal static class RequestOrigin
{
    /// <summary>False for the page of another site; true for our own, and for programs, which send no origin.</summary>
    public static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        return origin.Count == 0
            || origin.Count == 1
            && Uri.TryCreate(origin[0], UriKind.Absolute, out var site)
            && string.Equals(site.Authority, Authority(request.Host, site.Scheme), StringComparison.OrdinalIgnoreCase);
    }

    // An origin never names the scheme's own port, a host header may.
    private static string Authority(HostString host, string scheme) =>
        host.Port is { } port && port == (scheme == Uri.UriSchemeHttps ? 443 : 80) ? host.Host : host.Value ?? "";
}
