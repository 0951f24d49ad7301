using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Notable.Gathering;

/// <summary>
/// Searches services that are compatible with the API of Bing Image Search v7, which Microsoft retired on 2025-08-11. It does not report the
/// license of a picture; the query's licenses are mapped to Bing's nearest filter. Reference: Azure's ImageSearch.json.
/// </summary>
/// <param name="endpoint">A compatible service, such as <c>https://host/v7.0/images/search</c>; there is none by default.</param>
/// <param name="key">The API key; null reads it from <see cref="KeyVariable"/>.</param>
/// <param name="options">Search options; null for the defaults.</param>
public sealed class BingSource(Uri? endpoint, string? key = null, SearchOptions? options = null) : IImageSource
{
    /// <summary>Environment variable that holds the API key, named as in Microsoft's examples.</summary>
    public const string KeyVariable = "BING_SEARCH_V7_SUBSCRIPTION_KEY";

    private const int PageSize = 150;
    private ApiClient? client;

    /// <inheritdoc/>
    public string Name => "bing";

    /// <inheritdoc/>
    public async IAsyncEnumerable<FoundImage> SearchAsync(ImageQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var service = endpoint ?? throw new SearchException("Bing Image Search was retired on 2025-08-11; "
            + "pass the endpoint of a compatible service, or use Openverse or Wikimedia Commons.");
        var header = ("Ocp-Apim-Subscription-Key", ServiceKey.Require(key, KeyVariable, "Bing"));
        client ??= new("Bing", options ?? new());
        var left = query.Max;
        for (int offset = 0, last = -1; offset > last && left > 0;)
        {
            var reply = await client.GetAsync(PageAddress(service, query, offset, left), header, cancellation).ConfigureAwait(false);
            var images = reply.Items("value").Select(item => Read(item, query)).OfType<FoundImage>().ToArray();
            foreach (var image in images)
                if (query.Accepts(image.Width, image.Height) && left-- > 0)
                    yield return image;
            // offset + count would repeat pictures.
            (last, offset) = (offset, images.Length > 0 ? reply.Number("nextOffset") ?? 0 : 0);
        }
    }

    private static Uri PageAddress(Uri service, ImageQuery query, int offset, int left) => service.With(
        ("q", query.Text), ("count", Math.Min(left, PageSize).ToString(CultureInfo.InvariantCulture)),
        ("offset", offset.ToString(CultureInfo.InvariantCulture)), ("safeSearch", "Strict"), ("license", LicenseFilter(query.Licenses)),
        ("imageType", query.PhotosOnly ? "Photo" : null),
        ("minWidth", Least(query)), ("minHeight", Least(query)));

    private static string? Least(ImageQuery query) => query.MinShortSide > 0 ? query.MinShortSide.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>Returns Bing's filter for the uses that all of these licenses permit; null for any. Its filters know no share-alike.</summary>
    private static string? LicenseFilter(IReadOnlyList<string> licenses)
    {
        if (licenses.Count == 0)
            return null;
        if (licenses.All(license => license is "cc0" or "pdm"))
            return "Public";
        var (mayCharge, mayChange) = (!licenses.Any(license => license.Contains("-nc")), !licenses.Any(license => license.Contains("-nd")));
        return (mayChange ? "Modify" : "Share") + (mayCharge ? "Commercially" : "");
    }

    private FoundImage? Read(JsonElement item, ImageQuery query) => item.Address("contentUrl") is not { } address ? null : new()
    {
        ImageUrl = address, Provider = Name, Query = query.Text, ThumbnailUrl = item.Address("thumbnailUrl"), PageUrl = item.Address("hostPageUrl"),
        Title = item.Text("name"), Width = item.Number("width"), Height = item.Number("height"),
    };
}
