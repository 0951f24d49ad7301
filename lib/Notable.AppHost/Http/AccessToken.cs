using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Notable.AppHost.Languages;

namespace Notable.AppHost.Http;

/// <summary>
/// Lets in only who brings the token: once in the address, from which it is taken away at once (addresses are kept and
/// passed on), and from then on in a cookie that no script can read and no other site's page sends along.
/// </summary>
internal sealed class AccessToken(string token)
{
    private const string Cookie = "notable-access", Parameter = "token";
    private readonly byte[] secret = Encoding.UTF8.GetBytes(token);

    // Whoever gets hold of the cookie does not have the token, which may be used elsewhere too.
    private readonly string pass = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "cookie"u8));

    public static void Use(IApplicationBuilder app, AppOptions options)
    {
        if (options.Token is { } token)
            app.Use(new AccessToken(token).GuardAsync);
    }

    private Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        // Who watches over the app has no token.
        if (request.Path == "/healthz" || Equal(Encoding.UTF8.GetBytes(pass), request.Cookies[Cookie]))
            return next(context);
        if (!Equal(secret, request.Query[Parameter]))
        {
            var texts = VisitorLanguage.Of(request).Texts;
            return Failures.WriteAsync(context, StatusCodes.Status401Unauthorized, texts.ClosedTitle, texts.Closed);
        }
        context.Response.Cookies.Append(Cookie, pass, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = request.IsHttps,
            Path = request.PathBase + "/",
        });
        var rest = QueryString.Create(request.Query.Where(entry => entry.Key != Parameter).SelectMany(
            entry => entry.Value, (entry, value) => KeyValuePair.Create(entry.Key, value)));
        // A way from here, so that it is right behind any proxy.
        context.Response.Redirect((request.Path.Value ?? "").Split('/')[^1] is { Length: > 0 } last ? Uri.EscapeDataString(last) + rest : "./" + rest);
        return Task.CompletedTask;
    }

    private static bool Equal(byte[] wanted, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(wanted, Encoding.UTF8.GetBytes(given));
}
