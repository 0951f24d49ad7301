using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.StandIn;

/// <summary>Pictures, and what is served in their place.</summary>
internal static class ImageRoutes
{
    public static void MapImages(this IEndpointRouteBuilder app)
    {
        var busy = 0;
        app.MapGet("/img/{seed:int}.jpg", (int seed) => Results.Bytes(Jpeg(seed), "image/jpeg"));
        app.MapGet("/img/ok.png", (HttpContext context) => context.Request.Query["sig"] == "x"
            ? Results.Bytes(TestPictures.Tiles(1000).ToPng(), "image/png") : Results.StatusCode(403));
        app.MapGet("/img/bytes.jpg", () => Results.Bytes(Jpeg(1001), "application/octet-stream"));
        app.MapGet("/img/text.jpg", () => Results.Bytes(Jpeg(1006), "text/plain; charset=utf-8"));
        app.MapGet("/img/forced.jpg", () => Results.Bytes(Jpeg(1007), "application/force-download"));
        app.MapGet("/img/words.jpg", () => Results.Text("not found", "text/plain"));
        app.MapGet("/img/packed.jpg", (HttpContext context) => { context.Response.Headers.ContentEncoding = "gzip"; return Results.Bytes(Gzip(Jpeg(1008)), "image/jpeg"); });
        app.MapGet("/img/bomb.jpg", (HttpContext context) => { context.Response.Headers.ContentEncoding = "gzip"; return Results.Bytes(Gzip(new byte[50_000_000]), "image/jpeg"); });
        app.MapGet("/img/html.jpg", () => Results.Text(TestPictures.WebPage, "text/html"));
        app.MapGet("/img/lying.jpg", () => Results.Text(TestPictures.WebPage, "image/jpeg"));
        app.MapGet("/img/truncated.jpg", () => Results.Bytes(Jpeg(1002)[..^2000], "image/jpeg"));
        app.MapGet("/img/gone.jpg", () => Results.StatusCode(404));
        app.MapGet("/img/huge.jpg", () => Results.Bytes(new byte[300_000], "image/jpeg"));
        app.MapGet("/img/endless.jpg", async (HttpContext context) =>
        {
            context.Response.ContentType = "image/jpeg";
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(new byte[50_000], context.RequestAborted);
        });
        app.MapGet("/img/slow.jpg", async (HttpContext context) =>
        {
            context.Response.ContentType = "image/jpeg";
            await context.Response.Body.WriteAsync(Jpeg(1003).AsMemory(0, 100), context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        app.MapGet("/img/broken.jpg", async (HttpContext context) =>
        {
            context.Response.ContentLength = 10_000;
            await context.Response.Body.WriteAsync(Jpeg(1004).AsMemory(0, 100), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });
        app.MapGet("/img/loop", () => Results.Redirect("/img/loop"));
        app.MapGet("/img/moved.jpg", () => Results.Redirect("/img/7.jpg"));
        app.MapGet("/img/tofile", (HttpContext context) => { context.Response.Headers.Location = "file:///etc/passwd"; return Results.StatusCode(302); });
        app.MapGet("/img/inside", (HttpContext context) => Results.Redirect($"http://127.0.0.2:{context.Request.Host.Port}/img/8.jpg"));
        app.MapGet("/img/busy.jpg", (HttpContext context) =>
        {
            context.Response.Headers.RetryAfter = "2";
            return Interlocked.Increment(ref busy) == 1 ? Results.StatusCode(429) : Results.Bytes(Jpeg(1005), "image/jpeg");
        });
        app.MapGet("/img/closed.jpg", (HttpContext context) => { context.Response.Headers.RetryAfter = "86400"; return Results.StatusCode(503); });
        app.MapGet("/img/held/{seed:int}.jpg", async (int seed) => { await Task.Delay(20); return Results.Bytes(Jpeg(seed), "image/jpeg"); });
        app.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /img/1\nAllow: /img/12.jpg$\n"));
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Jpeg(int seed) => TestPictures.Tiles(seed).ToJpeg();
}
