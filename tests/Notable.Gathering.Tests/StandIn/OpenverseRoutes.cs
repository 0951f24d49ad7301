using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Notable.Gathering.Tests.StandIn;

/// <summary>Openverse: three pages of twenty, and tokens that live for two seconds.</summary>
internal static class OpenverseRoutes
{
    public static void MapOpenverse(this IEndpointRouteBuilder app)
    {
        var tokens = 0;
        app.MapGet("/v1/images/", (HttpContext context) =>
        {
            var query = context.Request.Query;
            context.Response.Headers["X-RateLimit-Limit-anon_burst"] = "20/min";
            context.Response.Headers["X-RateLimit-Available-anon_burst"] = query["q"] == "busy" ? "0" : "19";
            if (query["q"] == "busy")
                return Results.Json(new { detail = "Request was throttled." }, statusCode: 429);
            if (int.Parse(query["page_size"]!) > 20 && context.Request.Headers.Authorization.Count == 0)
                return Results.Json(new { detail = "page_size must be between 1 & 20 for unauthenticated requests." }, statusCode: 401);
            if (context.Request.Headers.Authorization.Count > 0 && context.Request.Headers.Authorization != $"Bearer token-{tokens}")
                return Results.Json(new { detail = "Invalid token." }, statusCode: 401);
            if (query["q"] == "broken")
                return Results.Text("<html>gateway</html>", "text/html");
            var page = int.Parse(query["page"]!);
            return Results.Json(new
            {
                result_count = 60, page_count = 3, page_size = 20, page,
                results = Enumerable.Range((page - 1) * 20, 20).Select(i => Item(i, context)).ToArray(),
            });
        });
        app.MapPost("/v1/auth_tokens/token/", () => Results.Json(new { access_token = $"token-{++tokens}", token_type = "Bearer", expires_in = 2, scope = "read" }));
    }

    private static object Item(int i, HttpContext context) => new
    {
        id = $"00000000-0000-0000-0000-{i:000000000000}", title = i == 1 ? null : $"Bill {i}", creator = i == 1 ? null : "A. Painter",
        url = i == 2 ? "javascript:alert(1)" : $"http://{context.Request.Host}/img/{i}.jpg?sig=a%2Bb",
        foreign_landing_url = $"https://example.org/photo/{i}", license = "by-sa", license_version = "4.0",
        license_url = "https://creativecommons.org/licenses/by-sa/4.0/", attribution = $"\"Bill {i}\" by A. Painter is licensed under CC BY-SA 4.0.",
        provider = "flickr", source = "flickr", filesize = (int?)null, width = i == 3 ? (int?)null : 640 - i, height = 480,
        tags = Array.Empty<object>(), fields_matched = Array.Empty<string>(), mature = false, thumbnail = $"https://example.org/thumb/{i}",
    };
}
