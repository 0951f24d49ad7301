using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Notable.Gathering.Tests.StandIn;

/// <summary>The services that want a key: Bing's old shape and Brave.</summary>
internal static class KeyedRoutes
{
    public const string Key = "secret";

    public static void MapBing(this IEndpointRouteBuilder app)
    {
        var busy = 0;
        app.MapGet("/v7.0/images/search", (HttpContext context) =>
        {
            var query = context.Request.Query;
            if (context.Request.Headers["Ocp-Apim-Subscription-Key"] != Key)
                return Error(401, "InvalidAuthorization", "Access denied due to invalid subscription key.");
            if (query["q"] == "quota")
                return Error(403, "InsufficientAuthorization", "Out of call volume quota.");
            if (query["q"] == "busy" && busy++ == 0)
            {
                context.Response.Headers.RetryAfter = "1";
                return Error(429, "RateLimitExceeded", "Rate limit is exceeded.");
            }
            // Two pages that overlap: the next begins at 2 although 3 were given.
            var offset = int.Parse(query["offset"]!);
            return Results.Json(new
            {
                _type = "Images", totalEstimatedMatches = 5, nextOffset = offset == 0 ? 2 : 5,
                value = offset > 3 ? [] : Enumerable.Range(offset, 3).Select(i => new
                {
                    name = $"Bill {i}", contentUrl = $"https://example.org/{i}.jpg", hostPageUrl = $"https://example.org/page/{i}",
                    thumbnailUrl = $"https://example.org/t/{i}", contentSize = "897388 B", width = 800, height = 400,
                }).ToArray(),
            });
        });
    }

    public static void MapBrave(this IEndpointRouteBuilder app) => app.MapGet("/res/v1/images/search", (HttpContext context) =>
    {
        context.Response.Headers["X-RateLimit-Limit"] = "1, 15000";
        context.Response.Headers["X-RateLimit-Remaining"] = context.Request.Query["q"] == "month" ? "1, 0" : "0, 14523";
        context.Response.Headers["X-RateLimit-Reset"] = "1, 1419704";
        if (context.Request.Headers["X-Subscription-Token"] != Key)
            return Results.Json(new { type = "ErrorResponse", error = new { code = "SUBSCRIPTION_TOKEN_INVALID", detail = "The token is invalid." } }, statusCode: 422);
        if (context.Request.Query["q"] == "month")
            return Results.Json(new { error = new { code = "RATE_LIMITED" } }, statusCode: 429);
        return Results.Text("""
            {"type":"images","query":{"original":"bill"},"results":[
            {"type":"image_result","title":"One","url":"https://example.org/one","thumbnail":{"src":"https://example.org/t1"},"properties":{"url":"https://example.org/1.jpg","width":null,"height":null}},
            {"type":"image_result","title":null,"url":null,"thumbnail":null,"properties":{"url":"https://example.org/2.jpg","width":300,"height":200}},
            {"type":"image_result","properties":null}]}
            """, "application/json");
    });

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { _type = "ErrorResponse", errors = new[] { new { code, message } } }, statusCode: status);
}
