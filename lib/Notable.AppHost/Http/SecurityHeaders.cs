using Microsoft.AspNetCore.Builder;

namespace Notable.AppHost.Http;

/// <summary>Headers on every answer that keep a page to its own server and let no script run but the bundle.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// Widgets write their layout into style attributes and show pictures from memory (blob) or from the page itself (data);
    /// they need no eval. Other sites may not frame the page.
    /// </summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src data: blob:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    });
}
