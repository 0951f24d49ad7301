using Microsoft.AspNetCore.Builder;

namespace Notable.AppHost.Http;

/// <summary>Adds headers to every response that limit a page to its own server and allow only the bundle's scripts.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// Widgets set their layout in style attributes and show pictures from memory (blob) or from the page itself (data);
    /// they need no eval. Only sites named in the options may frame the page.
    /// </summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src data: blob:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static void UseSecurityHeaders(this IApplicationBuilder app, AppOptions options)
    {
        var policy = string.Join(' ', [Policy, .. options.FrameAncestors.Select(Site)]);
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "geolocation=(), microphone=(), payment=(), usb=()";
            return next(context);
        });
    }

    // Keywords of the policy syntax in the text would change the policy.
    private static string Site(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var site) && site.Scheme is ("http" or "https") && site.AbsolutePath == "/"
            ? site.GetLeftPart(UriPartial.Authority)
            : throw new AppHostException($"'{text}' is not a site. Give it as https://example.org.");
}
