using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Notable.Gathering;

/// <summary>
/// Openverse: several hundred million pictures under Creative Commons licenses. No API key is needed. Reference: api.openverse.org, v1.
/// </summary>
/// <param name="options">Search options; null for the defaults.</param>
public sealed class OpenverseSource(SearchOptions? options = null) : IImageSource
{
    /// <summary>The maximum without a token; a larger page is answered with 401.</summary>
    private const int PageSize = 20;

    private readonly SearchOptions options = options ?? new();
    private ApiClient? client;
    private OpenverseToken? token;

    /// <summary>Base address of the service.</summary>
    public Uri BaseAddress { get; init; } = new("https://api.openverse.org/");

    /// <summary>
    /// ID of a registered application, used with <see cref="ClientSecret"/> for more requests per day. Null for anonymous requests.
    /// </summary>
    public string? ClientId { get; init; }

    /// <summary>A registered application's secret.</summary>
    public string? ClientSecret { get; init; }

    /// <inheritdoc/>
    public string Name => "openverse";

    /// <inheritdoc/>
    public async IAsyncEnumerable<FoundImage> SearchAsync(ImageQuery query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        client ??= new("Openverse", options);
        var left = query.Max;
        for (int page = 1, pages = 1; page <= pages && left > 0; page++)
        {
            var reply = await client.GetAsync(PageAddress(query, page), await AuthorizationAsync(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            pages = reply.Number("page_count") ?? 0;
            foreach (var found in reply.Items("results").Select(item => Read(item, query)).OfType<FoundImage>())
                if (query.Accepts(found.Width, found.Height) && left-- > 0)
                    yield return found;
        }
    }

    private Uri PageAddress(ImageQuery query, int page) => new Uri(BaseAddress, "v1/images/").With(
        ("q", query.Text), ("page", page.ToString(CultureInfo.InvariantCulture)), ("page_size", $"{PageSize}"),
        ("license", query.Licenses.Count > 0 ? string.Join(',', query.Licenses) : null),
        ("category", query.PhotosOnly ? "photograph" : null));

    private async Task<(string, string)?> AuthorizationAsync(CancellationToken cancellation)
    {
        if (ClientId is null || ClientSecret is null)
            return null;
        token ??= new(client!, new Uri(BaseAddress, "v1/auth_tokens/token/"), ClientId, ClientSecret, options.Time);
        return ("Authorization", $"Bearer {await token.GetAsync(cancellation).ConfigureAwait(false)}");
    }

    private FoundImage? Read(JsonElement item, ImageQuery query) => item.Address("url") is not { } address ? null : new()
    {
        ImageUrl = address, Provider = Name, Query = query.Text,
        ThumbnailUrl = item.Address("thumbnail"), PageUrl = item.Address("foreign_landing_url"),
        Title = item.Text("title"), Creator = item.Text("creator"), Width = item.Number("width"), Height = item.Number("height"),
        License = string.Join(' ', new[] { item.Text("license"), item.Text("license_version") }.OfType<string>()) is { Length: > 0 } license ? license : null,
        LicenseUrl = item.Address("license_url"), Attribution = item.Text("attribution"),
    };
}
