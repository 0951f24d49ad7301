using System.Net;
using System.Text.Json;
using Polly;

namespace Notable.Gathering;

/// <summary>
/// Requests JSON from a search service, within its usage rules: one request at a time with a pause in between, three attempts if it is busy,
/// and cached replies whenever possible.
/// </summary>
/// <param name="service">The service's name, for messages.</param>
/// <param name="options">Request options.</param>
internal sealed class ApiClient(string service, SearchOptions options)
{
    private const int MaxReplyBytes = 8_000_000;

    // No redirects: a key in a header would be sent to the redirect target.
    private static readonly SocketsHttpHandler Handler = new()
    {
        AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(15), PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private readonly HttpClient client = new(Handler, disposeHandler: false) { MaxResponseContentBufferSize = MaxReplyBytes, Timeout = Timeout.InfiniteTimeSpan };
    private readonly ResiliencePipeline retries = Retries.Create(options.Time, options.LongestWait);
    private readonly ReplyCache cache = new(options);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private long? lastRequest;

    /// <summary>Sends a GET request and returns the reply.</summary>
    /// <param name="address">The full address.</param>
    /// <param name="header">A header with the API key, if any.</param>
    /// <param name="cancellation">Stops the request.</param>
    /// <exception cref="SearchException">The service is unreachable, refuses, or does not answer with JSON.</exception>
    public async Task<JsonElement> GetAsync(Uri address, (string Name, string Value)? header, CancellationToken cancellation)
    {
        if (cache.Find(address) is { } kept && TryParse(kept) is { } known)
            return known;
        var (reply, bytes) = await AskAsync(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (header is var (name, value))
                request.Headers.TryAddWithoutValidation(name, value);
            return request;
        }, cancellation).ConfigureAwait(false);
        cache.Keep(address, bytes);
        return reply;
    }

    /// <summary>Posts a form and returns the reply, which is never cached.</summary>
    /// <inheritdoc cref="GetAsync" path="/exception"/>
    public async Task<JsonElement> PostAsync(Uri address, IReadOnlyDictionary<string, string> form, CancellationToken cancellation) =>
        (await AskAsync(() => new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) }, cancellation).ConfigureAwait(false)).Reply;

    private async Task<(JsonElement Reply, byte[] Bytes)> AskAsync(Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await retries.ExecuteAsync(async token => await TryAsync(request, token).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }
        catch (TransientWebException e)
        {
            var when = e.RetryAfter is { } wait ? $"; try again at {options.Time.GetUtcNow() + wait:yyyy-MM-dd HH:mm} UTC" : "; try again later, or use another source";
            throw new SearchException($"{service}: {e.Message}{when}", e);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<(JsonElement Reply, byte[] Bytes)> TryAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        if (lastRequest is { } last && options.Pause - options.Time.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero)
            await Task.Delay(rest, options.Time, cancellation).ConfigureAwait(false);
        lastRequest = options.Time.GetTimestamp();
        using var late = new CancellationTokenSource(options.Timeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            using var request = make();
            UserAgent.Set(request.Headers, options.UserAgent);
            request.Headers.Accept.ParseAdd("application/json");
            using var response = await client.SendAsync(request, either.Token).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return (ServiceErrors.Accept(service, response, TryParse(bytes), options.Time), bytes);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TransientWebException($"no answer within {options.Timeout.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException e)
        {
            throw new TransientWebException($"unreachable: {e.Message}", inner: e);
        }
    }

    private static JsonElement? TryParse(byte[] bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
