using Microsoft.AspNetCore.Http;
using Notable.AppHost.Assets;

namespace Notable.AppHost.Http;

/// <summary>Sends a file of the bundle in the smallest encoding that the browser accepts.</summary>
internal static class AssetEndpoint
{
    public static Task SendAsync(HttpContext context, string name)
    {
        var response = context.Response;
        if (WebFiles.Embedded.Find(name) is not { } file)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var (encoding, bytes) = Choose(file, context.Request);
        response.ContentType = file.ContentType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = file.IsImmutable ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes).AsTask();
    }

    private static (string? Encoding, byte[] Bytes) Choose(WebFile file, HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(value => value.Quality is not 0).Select(value => value.Value.Value).ToArray();
        return accepted.Contains("br") ? ("br", file.Brotli)
            : accepted.Contains("gzip") ? ("gzip", file.Gzip)
            : (null, file.Plain);
    }
}
