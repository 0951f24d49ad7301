using System.Globalization;
using System.Net.Http.Headers;

namespace Notable.Gathering;

/// <summary>Reads rate limits from a reply's headers.</summary>
internal static class RateLimitHeaders
{
    private const string Limit = "X-RateLimit-Limit", Available = "X-RateLimit-Available-";

    /// <summary>Returns the wait requested by the server: <c>Retry-After</c>, else Brave's <c>X-RateLimit-Reset</c>.</summary>
    public static TimeSpan? Wait(HttpResponseHeaders headers, TimeProvider time)
    {
        if (headers.RetryAfter is { } after)
            return NotNegative(after.Delta ?? after.Date - time.GetUtcNow());
        return UsedUpWindow(headers) is >= 0 and var window && Numbers(headers, "X-RateLimit-Reset") is var resets && window < resets.Length
            ? TimeSpan.FromSeconds(Math.Clamp(resets[window], 0, 1e8))
            : null;
    }

    /// <summary>Returns the exhausted limits, as "20/min (anon_burst)"; empty if the headers contain none.</summary>
    public static string UsedUp(HttpResponseHeaders headers)
    {
        // Openverse: a pair of headers for each throttle.
        var throttles = headers.Where(header => header.Key.StartsWith(Available, StringComparison.OrdinalIgnoreCase) && header.Value.FirstOrDefault() == "0")
            .Select(header => header.Key[Available.Length..])
            .Select(scope => $"{(headers.TryGetValues($"{Limit}-{scope}", out var limit) ? limit.First() : "all")} ({scope})");
        // Brave: all windows in one value.
        var windows = UsedUpWindow(headers) is >= 0 and var window && Numbers(headers, Limit) is var limits && window < limits.Length
            ? [string.Create(CultureInfo.InvariantCulture, $"{limits[window]}")]
            : Array.Empty<string>();
        return string.Join(", ", [.. throttles, .. windows]);
    }

    /// <summary>Returns the index of the longest exhausted window; -1 if there is none.</summary>
    private static int UsedUpWindow(HttpResponseHeaders headers) => Array.LastIndexOf(Numbers(headers, "X-RateLimit-Remaining"), 0);

    private static double[] Numbers(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values)
        ? [.. values.SelectMany(value => value.Split(',')).Select(text => double.TryParse(text, CultureInfo.InvariantCulture, out var n) ? n : -1)]
        : [];

    private static TimeSpan? NotNegative(TimeSpan? span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
