using Notable.Imaging;
using Notable.Shared;

namespace Notable.Gathering;

/// <summary>A download run into a folder: processes each address to a file or to a reason why there is none.</summary>
internal sealed class DownloadRun(DownloadOptions options, Manifest manifest, ContentStore store, WebFetcher fetcher)
{
    private static readonly string[] Elsewhere = ["html", "xml", "json", "javascript", "css", "pdf", "video/", "audio/", "font/", "multipart/"];

    private readonly RobotsGuard robots = new(fetcher);

    /// <summary>Processes one address. Throws only errors that concern the whole run.</summary>
    public async Task<DownloadResult> ProcessAsync(FoundImage image, CancellationToken cancellation)
    {
        if (manifest.FileFrom(image.ImageUrl) is { } known)
            return new(image, DownloadOutcome.AlreadyThere, known, null);
        try
        {
            var bytes = await FetchAsync(image, cancellation).ConfigureAwait(false);
            var (file, isNew) = store.Keep(image, bytes, ExtensionOf(bytes));
            return isNew ? new(image, DownloadOutcome.Kept, file, null) : Skip(image, DownloadOutcome.Duplicate, $"has the same content as {file}", file);
        }
        catch (RefusedException e)
        {
            return Skip(image, DownloadOutcome.Refused, e.Message);
        }
        catch (ImagingException e)
        {
            return Skip(image, DownloadOutcome.Refused, e.Reason);
        }
        catch (Exception e) when (e is HttpRequestException or TransientWebException)
        {
            return Skip(image, DownloadOutcome.Failed, e.Message);
        }
    }

    private async Task<byte[]> FetchAsync(FoundImage image, CancellationToken cancellation)
    {
        if (image.LocalPath is { } path)
            return await ReadAsync(path, cancellation).ConfigureAwait(false);
        if (!image.IsOffered && WebAddress.IsWeb(image.ImageUrl))
            await robots.RequireAsync(image.ImageUrl, cancellation).ConfigureAwait(false);
        return await fetcher.FetchAsync(image.ImageUrl, RequirePictureType, cancellation).ConfigureAwait(false);
    }

    private async Task<byte[]> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return LinkedFile.Of(path).Length switch
            {
                // Includes pipes and devices, which could block.
                0 => throw new RefusedException("is empty"),
                var length when length > options.MaxBytes => throw new RefusedException($"has more than {options.MaxBytes / 1e6:0.#} MB"),
                _ => await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"cannot be read ({e.Message})");
        }
    }

    /// <summary>
    /// Refuses a web page at a picture's address before it is downloaded. Many servers send pictures as "octet-stream", "text/plain" or
    /// "force-download"; then the content decides.
    /// </summary>
    private static void RequirePictureType(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType is { } type && Elsewhere.Any(part => type.Contains(part, StringComparison.OrdinalIgnoreCase))
            && !type.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
            throw new RefusedException($"has the content type {type}, not that of a picture");
    }

    /// <summary>Returns the extension for the content, after decoding it completely.</summary>
    private static string ExtensionOf(byte[] bytes)
    {
        Picture.Decode(bytes, out var info, new() { MinShortSide = 1 });
        return PictureExtensions.ExtensionOf(info.Format);
    }

    private DownloadResult Skip(FoundImage image, DownloadOutcome outcome, string reason, string? file = null)
    {
        manifest.Add(new SkippedEntry(image.ImageUrl.AbsoluteUri, outcome.ToString().ToLowerInvariant(), reason, file, image.Provider, image.Query, options.Time.GetUtcNow()));
        return new(image, outcome, file, reason);
    }
}
