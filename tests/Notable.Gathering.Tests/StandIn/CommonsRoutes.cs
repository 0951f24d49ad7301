using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Notable.Gathering.Tests.StandIn;

/// <summary>Wikimedia Commons: two pages in disorder, errors with status 200, and no answer to those who give no contact.</summary>
internal static class CommonsRoutes
{
    public static void MapCommons(this IEndpointRouteBuilder app)
    {
        var busy = 0;
        app.MapGet("/w/api.php", (HttpContext context) =>
        {
            var query = context.Request.Query;
            if (!context.Request.Headers.UserAgent.ToString().Contains('@'))
                return Results.Text("Please set a user-agent and respect our robot policy", statusCode: 403);
            var words = query["gsrsearch"].ToString();
            if (words.StartsWith("nothing", StringComparison.Ordinal))
                return Json("""{"batchcomplete":true}""");
            if (words.StartsWith("busy", StringComparison.Ordinal) && busy++ == 0)
                return Json("""{"error":{"code":"ratelimited","info":"You've exceeded your rate limit."}}""");
            if (words.StartsWith("wrong", StringComparison.Ordinal))
                return Json("""{"error":{"code":"badvalue","info":"Unrecognized value for parameter."}}""");
            return query["gsroffset"] == "3" ? Json(Second) : Json(First);
        });
    }

    private static IResult Json(string text) => Results.Text(text, "application/json");

    private static string Page(int index, string about) => $$$"""
        {"pageid":{{{index}}},"ns":6,"title":"File:Note {{{index}}}.jpg","index":{{{index}}},"imageinfo":[{"size":900000,"width":4000,"height":2000,
        "url":"https://upload.example.org/{{{index}}}.jpg","descriptionurl":"https://commons.example.org/wiki/File:Note_{{{index}}}.jpg",
        "thumburl":"https://upload.example.org/thumb/{{{index}}}.jpg","thumbwidth":960,"thumbheight":480,"mime":"image/jpeg","extmetadata":{{{about}}}}]}
        """;

    private static string About(string license) => $$$"""
        {"Artist":{"value":"<a href=\"//example.org\">Jane &amp; Co</a>","source":"commons"},"LicenseShortName":{"value":"{{{license}}}"},
        "LicenseUrl":{"value":"https://creativecommons.org/licenses/"}}
        """;

    private static string First => $$$"""
        {"continue":{"gsroffset":3,"continue":"gsroffset||"},"query":{"pages":[{{{Page(3, "[]")}}},{{{Page(1, About("CC BY-SA 4.0"))}}},{{{Page(2, About("Public domain"))}}}]}}
        """;

    private static string Second => $$$"""
        {"batchcomplete":true,"query":{"pages":[{{{Page(5, About("CC BY-NC 2.0"))}}},{{{Page(4, About("CC0"))}}}]}}
        """;
}
