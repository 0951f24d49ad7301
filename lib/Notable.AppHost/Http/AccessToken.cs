using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Languages;
using Notable.AppHost.Limits;
using Notable.AppHost.Metrics;

namespace Notable.AppHost.Http;

/// <summary>
/// Admits only visitors with the token. It comes once in the URL, from which it is removed at once (URLs are stored and
/// shared), and from then on as a cookie that scripts cannot read and other sites' pages cannot send.
/// </summary>
internal sealed class AccessToken(string token, AddressLimits addresses, ILogger log)
{
    private const string Cookie = "notable-access", Parameter = "token";
    private const int GoodLength = 16, RetrySeconds = 20;
    private readonly byte[] secret = Encoding.UTF8.GetBytes(token);

    // The cookie is derived from the token, so a stolen cookie does not reveal the token, which may be used elsewhere too.
    private readonly string pass = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "cookie"u8));

    public static void Use(IApplicationBuilder app, AppOptions options, AddressLimits addresses, ILogger log)
    {
        if (options.Token is not { } token)
            return;
        if (token.Length < GoodLength)
            log.ShortToken(token.Length, GoodLength);
        app.Use(new AccessToken(token, addresses, log).GuardAsync);
    }

    private Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        // Monitoring has no token; metrics have their own check.
        if (request.Path == "/healthz" || request.Path == "/metrics")
            return next(context);
        var given = request.Query[Parameter];
        if (Equal(Encoding.UTF8.GetBytes(pass), request.Cookies[Cookie]))
        {
            // A second click on the link: the secret is removed from the URL again.
            if (given.Count == 0 || !HttpMethods.IsGet(request.Method) || context.WebSockets.IsWebSocketRequest)
                return next(context);
            Redirect(context);
            return Task.CompletedTask;
        }
        var texts = VisitorLanguage.Of(request).Texts;
        if (given.Count == 0)
            return FailurePage.WriteAsync(context, StatusCodes.Status401Unauthorized, texts.ClosedTitle, texts.Closed);
        var address = AddressKey.Of(context);
        if (!addresses.MayTryToken(address))
        {
            HostMetrics.Refused(RefusalReason.Token);
            return FailurePage.WriteLaterAsync(context, StatusCodes.Status429TooManyRequests, texts.TooOftenTitle, texts.TooOften, RetrySeconds);
        }
        if (!Equal(secret, given))
        {
            addresses.CountWrongToken(address);
            log.WrongToken(address);
            HostMetrics.Refused(RefusalReason.Token);
            return FailurePage.WriteAsync(context, StatusCodes.Status401Unauthorized, texts.ClosedTitle, texts.Closed);
        }
        context.Response.Cookies.Append(Cookie, pass, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = request.IsHttps,
            Path = request.PathBase + "/",
        });
        Redirect(context);
        return Task.CompletedTask;
    }

    /// <summary>Redirects to the same URL without the secret. The redirect is relative, so that it works behind any proxy.</summary>
    private static void Redirect(HttpContext context)
    {
        var request = context.Request;
        // Parameter names are case-insensitive, as in ASP.NET.
        var rest = QueryString.Create(request.Query.Where(entry => !string.Equals(entry.Key, Parameter, StringComparison.OrdinalIgnoreCase)).SelectMany(
            entry => entry.Value, (entry, value) => KeyValuePair.Create(entry.Key, value)));
        context.Response.Redirect((request.Path.Value ?? "").Split('/')[^1] is { Length: > 0 } last ? Uri.EscapeDataString(last) + rest : "./" + rest);
    }

    private static bool Equal(byte[] wanted, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(wanted, Encoding.UTF8.GetBytes(given));
}
