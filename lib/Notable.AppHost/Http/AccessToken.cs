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
/// Lets in only who brings the token: once in the address, from which it is taken away at once (addresses are kept and
/// passed on), and from then on in a cookie that no script can read and no other site's page sends along.
/// </summary>
internal sealed class AccessToken(string token, AddressLimits addresses, ILogger log)
{
    private const string Cookie = "notable-access", Parameter = "token";
    private const int GoodLength = 16, RetrySeconds = 20;
    private readonly byte[] secret = Encoding.UTF8.GetBytes(token);

    // Whoever gets hold of the cookie does not have the token, which may be used elsewhere too.
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
        // Who watches over the app has no token; metrics have a guard of their own.
        if (request.Path == "/healthz" || request.Path == "/metrics")
            return next(context);
        var given = request.Query[Parameter];
        if (Equal(Encoding.UTF8.GetBytes(pass), request.Cookies[Cookie]))
        {
            // A second click on the link: the secret does not stay in the address either.
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

    /// <summary>To the same address without the secret, relative, so that it is right behind any proxy.</summary>
    private static void Redirect(HttpContext context)
    {
        var request = context.Request;
        // Parameters have no case to ASP.NET, so neither have they here.
        var rest = QueryString.Create(request.Query.Where(entry => !string.Equals(entry.Key, Parameter, StringComparison.OrdinalIgnoreCase)).SelectMany(
            entry => entry.Value, (entry, value) => KeyValuePair.Create(entry.Key, value)));
        context.Response.Redirect((request.Path.Value ?? "").Split('/')[^1] is { Length: > 0 } last ? Uri.EscapeDataString(last) + rest : "./" + rest);
    }

    private static bool Equal(byte[] wanted, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(wanted, Encoding.UTF8.GetBytes(given));
}
