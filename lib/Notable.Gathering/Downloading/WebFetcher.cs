using System.Net;
using Polly;

namespace Notable.Gathering;

/// <summary>
/// Downloads files from untrusted addresses: only http and https, only public addresses (also after redirects), limited in size and time, with
/// three attempts if a host is busy.
/// </summary>
internal sealed class WebFetcher : IDisposable
{
    private readonly DownloadOptions options;
    private readonly HttpClient client;
    private readonly GuardedConnections connections;
    private readonly DownloadsPerHost gates;
    private readonly ResiliencePipeline retries;

    public WebFetcher(DownloadOptions options, GuardedConnections? connections = null)
    {
        this.options = options;
        gates = new(options);
        retries = Retries.Create(options.Time, options.LongestWait);
        this.connections = connections ?? new(options.AllowPrivateAddresses ? static _ => true : PublicAddresses.Contains);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(15), MaxConnectionsPerServer = options.PerHost,
            // Some servers compress without being asked. The size limit applies to the decompressed content.
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = this.connections.ConnectAsync,
        };
        client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Downloads a file, in its host's turn.</summary>
    /// <param name="address">The address.</param>
    /// <param name="judge">Throws to refuse a reply by its headers.</param>
    /// <param name="cancellation">Stops the download.</param>
    /// <exception cref="RefusedException">The address or the file is not accepted.</exception>
    /// <exception cref="HttpRequestException">The server refused; the exception contains the status.</exception>
    /// <exception cref="TransientWebException">The server was busy, unreachable or too slow, in three attempts.</exception>
    public Task<byte[]> FetchAsync(Uri address, Action<HttpResponseMessage> judge, CancellationToken cancellation) =>
        gates.HostAsync(address.Host, () => retries.ExecuteAsync(async token =>
        {
            await gates.RestAsync(address.Host, token).ConfigureAwait(false);
            return await gates.AnyAsync(() => TryAsync(address, judge, token), token).ConfigureAwait(false);
        }, cancellation).AsTask(), cancellation);

    public void Dispose() => client.Dispose();

    private async Task<byte[]> TryAsync(Uri address, Action<HttpResponseMessage> judge, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(options.Timeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            using var response = await FollowAsync(address, either.Token).ConfigureAwait(false);
            judge(response);
            return await ReadAsync(response, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Not transient: another attempt would take as long.
            throw new HttpRequestException($"took longer than {options.Timeout.TotalSeconds:0.#} s");
        }
        catch (Exception e) when (RefusedException.Behind(e) is { } refused)
        {
            throw refused;
        }
        catch (Exception e) when (e is IOException or HttpRequestException { StatusCode: null })
        {
            throw new TransientWebException(e.Message, inner: e);
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(Uri address, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= options.MaxRedirects; redirects++)
        {
            Require(address);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            UserAgent.Set(request.Headers, options.UserAgent);
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.OK)
                return response;
            using (response)
                address = new Uri(address, Next(response, address));
        }
        throw new RefusedException($"goes through more than {options.MaxRedirects} redirects");
    }

    private void Require(Uri address)
    {
        if (!WebAddress.IsWeb(address))
            throw new RefusedException($"the address is neither http nor https but {address.Scheme}");
        if (address.UserInfo.Length > 0)
            throw new RefusedException("the address contains a user name");
        connections.Require(address);
    }

    private Uri Next(HttpResponseMessage response, Uri address)
    {
        var status = $"{(int)response.StatusCode} {response.ReasonPhrase}".Trim();
        if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } next)
            return next;
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
            throw new HttpRequestException($"answered {status}", null, response.StatusCode);
        var wait = RateLimitHeaders.Wait(response.Headers, options.Time);
        if (wait is { } rest)
            gates.Rest(address.Host, rest);
        throw new TransientWebException($"answered {status}" + (wait > options.LongestWait ? $" and asks to wait {wait.Value.TotalSeconds:0} s" : ""), wait);
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > options.MaxBytes)
            throw TooLarge($"{response.Content.Headers.ContentLength / 1e6:0.#}");
        using var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await body.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var count)
        {
            if (bytes.Length + count > options.MaxBytes)
                throw TooLarge($"more than {options.MaxBytes / 1e6:0.#}");
            bytes.Write(buffer, 0, count);
        }
        return bytes.ToArray();
    }

    private RefusedException TooLarge(string size) => new($"is {size} MB; the limit is {options.MaxBytes / 1e6:0.#} MB");
}
