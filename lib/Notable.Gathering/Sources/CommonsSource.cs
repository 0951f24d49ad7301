using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Notable.Gathering;

/// <summary>
/// Wikimedia Commons: freely licensed pictures. No API key is needed, but a contact in the user agent
/// (<see cref="UserAgent.ContactVariable"/>). Reference: MediaWiki's action API.
/// </summary>
/// <param name="options">Search options; null for the defaults.</param>
public sealed class CommonsSource(SearchOptions? options = null) : IImageSource
{
    private const int PageSize = 50;

    /// <summary>One of Wikimedia's standard widths: larger originals are downloaded at this width, which is enough for training.</summary>
    private const int Width = 960;

    private readonly SearchOptions options = options ?? new();
    private ApiClient? client;

    /// <summary>Base address of the service.</summary>
    public Uri BaseAddress { get; init; } = new("https://commons.wikimedia.org/");

    /// <inheritdoc/>
    public string Name => "commons";

    /// <inheritdoc/>
    public async IAsyncEnumerable<FoundImage> SearchAsync(ImageQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        client ??= new("Wikimedia Commons", options);
        var left = query.Max;
        for (IReadOnlyList<(string, string?)>? next = []; next is not null && left > 0;)
        {
            var reply = await client.GetAsync(PageAddress(query, next), null, cancellation).ConfigureAwait(false);
            // Pages are not sorted; "query" is missing if there are none.
            foreach (var page in (reply.Get("query")?.Items("pages") ?? []).OrderBy(page => page.Number("index") ?? int.MaxValue))
                if (left > 0 && CommonsPage.Read(page, query, Name) is { } found)
                {
                    left--;
                    yield return found;
                }
            next = reply.Get("continue") is { ValueKind: JsonValueKind.Object } more
                ? [.. more.EnumerateObject().Select(value => (value.Name, more.Text(value.Name)))]
                : null;
        }
    }

    private Uri PageAddress(ImageQuery query, IEnumerable<(string, string?)> next) => new Uri(BaseAddress, "w/api.php").With([
        ("action", "query"), ("format", "json"), ("formatversion", "2"), ("maxlag", "5"),
        ("generator", "search"), ("gsrsearch", $"{query.Text} filetype:bitmap"), ("gsrnamespace", "6"),
        ("gsrlimit", Math.Clamp(query.Max, 1, PageSize).ToString(CultureInfo.InvariantCulture)),
        ("prop", "imageinfo"), ("iiprop", "url|size|mime|extmetadata"), ("iiurlwidth", $"{Width}"),
        ("iiextmetadatafilter", "Artist|Credit|LicenseShortName|LicenseUrl|AttributionRequired|Restrictions"), .. next]);
}
