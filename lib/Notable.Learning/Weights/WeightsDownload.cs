using System.Net;
using System.Security.Cryptography;
using Notable.Display;
using Notable.Shared;

namespace Notable.Learning;

/// <summary>
/// Downloads a weights file: https only, also after redirects; at most the source's size limit; kept only if its SHA-256 matches.
/// Written to a temporary file and renamed, so that a partial file never appears under the final name.
/// </summary>
/// <param name="client">A client that does not follow redirects.</param>
/// <param name="stallTimeout">How long the server may send nothing.</param>
internal sealed class WeightsDownload(HttpClient client, TimeSpan stallTimeout)
{
    private const int MaxRedirects = 5;
    private const int Megabyte = 1_000_000;

    /// <summary>Downloads <paramref name="source"/> to <paramref name="path"/>, with a progress bar.</summary>
    /// <exception cref="HttpRequestException">The server is unreachable, refuses, sends nothing, or sends a different file.</exception>
    public async Task ToAsync(string path, PretrainedSource source, CancellationToken cancellation)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(stallTimeout);
        try
        {
            using var response = await FollowAsync(source.Address, silence.Token).ConfigureAwait(false);
            await KeepAsync(response, path, source, silence).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException($"{source.Address.Host} sent nothing for {stallTimeout.TotalSeconds:0.#} s");
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(Uri address, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            if (address.Scheme != Uri.UriSchemeHttps)
                throw new HttpRequestException($"the address {address} is not https");
            var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation)
                .ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.OK)
                return response;
            using (response)
            {
                if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)
                    || response.Headers.Location is not { } next)
                    throw new HttpRequestException($"{address} answered {(int)response.StatusCode} {response.ReasonPhrase}");
                address = new Uri(address, next);
            }
        }
        throw new HttpRequestException($"more than {MaxRedirects} redirects");
    }

    private async Task KeepAsync(
        HttpResponseMessage response, string path, PretrainedSource source, CancellationTokenSource silence)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await AtomicFile.WriteAsync(path, file => CopyAsync(response, file, source, silence)).ConfigureAwait(false);
    }

    private async Task CopyAsync(
        HttpResponseMessage response, FileStream file, PretrainedSource source, CancellationTokenSource silence)
    {
        var announced = response.Content.Headers.ContentLength;
        if (announced > source.MaxBytes)
            throw TooLarge(source, announced.Value);

        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var bar = new ProgressBar($"{source.FileName} (MB)", (announced ?? source.MaxBytes) / Megabyte);
        using var body = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
        var buffer = new byte[1 << 16];
        var received = 0L;
        while (await body.ReadAsync(buffer, silence.Token).ConfigureAwait(false) is > 0 and var count)
        {
            silence.CancelAfter(stallTimeout);
            received += count;
            if (received > source.MaxBytes)
                throw TooLarge(source, received);
            sha256.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), silence.Token).ConfigureAwait(false);
            bar.Report(received / Megabyte);
        }
        if (received < announced)
            throw new HttpRequestException($"the connection ended after {received:N0} of {announced:N0} bytes");
        var digest = Convert.ToHexStringLower(sha256.GetHashAndReset());
        if (!source.Holds(digest))
            throw new HttpRequestException(
                $"the file that {source.Address.Host} sent has the SHA-256 {digest}; expected {source.Sha256}");
    }

    private static HttpRequestException TooLarge(PretrainedSource source, long bytes)
        => new($"{source.Address.Host} sends {bytes:N0} bytes or more; expected at most {source.MaxBytes:N0}");
}
