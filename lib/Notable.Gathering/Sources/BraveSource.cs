using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Notable.Gathering;

/// <summary>
/// Brave's image search of the whole web. It needs an API key, does not report licenses, and returns at most 200 pictures per query.
/// Source: api.search.brave.com.
/// </summary>
/// <param name="key">The API key; null reads it from <see cref="KeyVariable"/>.</param>
/// <param name="options">Search options; null for the defaults.</param>
public sealed class BraveSource(string? key = null, SearchOptions? options = null) : IImageSource
{
    /// <summary>Environment variable that holds the API key.</summary>
    public const string KeyVariable = "BRAVE_API_KEY";

    private const int MostResults = 200, LongestQuery = 400;
    private ApiClient? client;

    /// <summary>Base address of the service.</summary>
    public Uri BaseAddress { get; init; } = new("https://api.search.brave.com/");

    /// <inheritdoc/>
    public string Name => "brave";

    /// <inheritdoc/>
    public async IAsyncEnumerable<FoundImage> SearchAsync(ImageQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var secret = ServiceKey.Require(key, KeyVariable, "Brave");
        if (query.Text.Length > LongestQuery)
            throw new SearchException($"Brave accepts queries of at most {LongestQuery} characters; this one has {query.Text.Length}");
        client ??= new("Brave", options ?? new());
        var address = new Uri(BaseAddress, "res/v1/images/search").With(
            ("q", query.Text), ("count", Math.Clamp(query.Max, 1, MostResults).ToString(CultureInfo.InvariantCulture)), ("safesearch", "strict"));
        var reply = await client.GetAsync(address, ("X-Subscription-Token", secret), cancellation).ConfigureAwait(false);
        var found = reply.Items("results").Select(item => Read(item, query)).OfType<FoundImage>().Where(image => query.Accepts(image.Width, image.Height));
        foreach (var image in found.Take(query.Max))
            yield return image;
    }

    private FoundImage? Read(JsonElement item, ImageQuery query)
    {
        var properties = item.Get("properties") ?? default;
        return properties.Address("url") is not { } address ? null : new()
        {
            ImageUrl = address, Provider = Name, Query = query.Text, PageUrl = item.Address("url"), Title = item.Text("title"),
            ThumbnailUrl = item.Get("thumbnail")?.Address("src"), Width = properties.Number("width"), Height = properties.Number("height"),
        };
    }
}
