using System.Net;
using System.Text.Json;

namespace Notable.Gathering;

/// <summary>Distinguishes a service's answers from its refusals, and describes the latter.</summary>
internal static class ServiceErrors
{
    /// <summary>Returns the reply if it is an answer.</summary>
    /// <exception cref="TransientWebException">The service is busy.</exception>
    /// <exception cref="SearchException">The service refuses, or the reply is not JSON.</exception>
    public static JsonElement Accept(string service, HttpResponseMessage response, JsonElement? reply, TimeProvider time)
    {
        var status = $"{(int)response.StatusCode} {response.ReasonPhrase}".Trim();
        var error = reply is { } body ? Detail(body) : null;
        // MediaWiki reports errors with status 200.
        var code = reply?.Get("error")?.Text("code");
        if (code is "ratelimited" or "maxlag" || response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            throw new TransientWebException(string.Join(", ", new[] { $"busy ({code ?? status})", RateLimitHeaders.UsedUp(response.Headers) is { Length: > 0 } limit ? $"the limit of {limit} is used up" : null, error }.OfType<string>()),
                RateLimitHeaders.Wait(response.Headers, time));
        if ((int)response.StatusCode >= 500)
            throw new TransientWebException($"answered {status}{Colon(error)}");
        if (!response.IsSuccessStatusCode || code is not null)
            throw new SearchException($"{service} answered {(code is null ? status : $"the error {code}")}{Colon(error)}");
        return reply ?? throw new SearchException($"{service} answered something that is not JSON ({response.Content.Headers.ContentType?.ToString() ?? "no content type"}); is the address right?");
    }

    /// <summary>Returns a service's error text: Openverse's detail, MediaWiki's info, Bing's message.</summary>
    private static string? Detail(JsonElement reply)
    {
        var text = reply.Text("detail") ?? reply.Get("error")?.Text("info") ?? reply.Get("error")?.Text("detail")
            ?? reply.Items("errors").Select(error => error.Text("message")).FirstOrDefault();
        return text is { Length: > 300 } ? text[..300] + "…" : text;
    }

    private static string Colon(string? error) => error is null ? "" : $": {error}";
}
