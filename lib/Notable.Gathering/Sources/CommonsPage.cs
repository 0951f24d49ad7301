using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Notable.Gathering;

/// <summary>Reads a file of Wikimedia Commons from its API.</summary>
internal static partial class CommonsPage
{
    /// <summary>Returns the picture; null if it has no address or the query excludes it.</summary>
    public static FoundImage? Read(JsonElement page, ImageQuery query, string provider)
    {
        var info = page.Items("imageinfo").FirstOrDefault();
        // An object of {Name: {value}}, or an empty array if nothing matched.
        var about = info.Get("extmetadata") ?? default;
        var (license, creator) = (Value(about, "LicenseShortName"), Value(about, "Artist"));
        if (info.Address("url") is not { } original || !query.Accepts(info.Number("width"), info.Number("height"))
            || (query.Licenses.Count > 0 && !query.Licenses.Contains(CodeOf(license)))
            || (query.PhotosOnly && info.Text("mime") is not (null or "image/jpeg")))
            return null;
        var small = info.Address("thumburl");
        var isReduced = small is not null && info.Number("thumbwidth") < info.Number("width");
        var title = page.Text("title") is { } name ? name[(name.IndexOf(':') + 1)..] : null;
        return new()
        {
            ImageUrl = isReduced ? small! : original, Provider = provider, Query = query.Text, ThumbnailUrl = small,
            PageUrl = info.Address("descriptionurl"), Title = title, Creator = creator,
            Width = info.Number(isReduced ? "thumbwidth" : "width"), Height = info.Number(isReduced ? "thumbheight" : "height"),
            License = license, LicenseUrl = WebAddress.Parse(Value(about, "LicenseUrl")),
            Attribution = $"\"{title}\" by {creator ?? "an unknown author"}, {license ?? "license unknown"}, via Wikimedia Commons",
        };
    }

    /// <summary>Returns Creative Commons' short form of a license's name: "by-sa" for "CC BY-SA 4.0".</summary>
    public static string? CodeOf(string? license)
    {
        var name = license?.Trim().ToLowerInvariant() ?? "";
        if (name.StartsWith("cc0", StringComparison.Ordinal) || name.StartsWith("cc-zero", StringComparison.Ordinal))
            return "cc0";
        if (name.StartsWith("public domain", StringComparison.Ordinal) || name.StartsWith("pd", StringComparison.Ordinal))
            return "pdm";
        return CreativeCommons().Match(name) is { Success: true } match ? match.Groups[1].Value : null;
    }

    /// <summary>Returns a value without HTML.</summary>
    private static string? Value(JsonElement about, string name) =>
        about.Get(name)?.Text("value") is { } html && Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim() is { Length: > 0 } text
            ? text : null;

    [GeneratedRegex("^cc[ -](by(?:-nc)?(?:-nd|-sa)?)(?![a-z-])")]
    private static partial Regex CreativeCommons();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
