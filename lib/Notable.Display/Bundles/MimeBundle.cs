using System.Net;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// The representations of one value: a map from MIME type to content, as in a Jupyter <c>display_data</c> message.
/// Text is a JSON string, a picture a base64 string, a JSON type (<c>application/*+json</c>) the JSON itself. Immutable;
/// always contains <c>text/plain</c>. A front end shows the richest representation it supports.
/// </summary>
public sealed partial class MimeBundle : IDisplayable
{
    private readonly JsonObject data;
    private readonly JsonObject metadata;

    private MimeBundle(JsonObject data, JsonObject metadata)
    {
        this.data = data;
        this.metadata = metadata;
    }

    /// <summary>The MIME types in the bundle, <c>text/plain</c> first.</summary>
    public IEnumerable<string> Types => data.Select(entry => entry.Key);

    /// <summary>The content of <c>text/plain</c>.</summary>
    public string PlainText => (string)data[MimeTypes.Text]!;

    /// <summary>Creates a bundle of plain text only.</summary>
    public static MimeBundle Text(string text) => new(new JsonObject { [MimeTypes.Text] = text }, []);

    /// <summary>Creates a bundle of an HTML fragment, and text for front ends without HTML.</summary>
    public static MimeBundle Html(string html, string text) => Text(text).With(MimeTypes.Html, html);

    /// <summary>Creates a bundle of a PNG file.</summary>
    public static MimeBundle Png(ReadOnlySpan<byte> file, string text = "PNG picture") => Text(text).With(MimeTypes.Png, file);

    /// <summary>Creates a bundle of a JPEG file.</summary>
    public static MimeBundle Jpeg(ReadOnlySpan<byte> file, string text = "JPEG picture") => Text(text).With(MimeTypes.Jpeg, file);

    /// <summary>Creates a bundle of a JSON value. <paramref name="text"/> is its indented JSON by default.</summary>
    public static MimeBundle Json(JsonNode value, string? text = null) =>
        Text(text ?? value.ToString()).With(MimeTypes.Json, value);

    /// <summary>Returns a copy with the given representation added or replaced.</summary>
    public MimeBundle With(string mimeType, JsonNode content)
    {
        if (mimeType == MimeTypes.Text && content.GetValueKind() != System.Text.Json.JsonValueKind.String)
            throw new ArgumentException($"text/plain must be a string, found {content.GetValueKind()}", nameof(content));
        var copy = Data();
        copy[mimeType] = content.DeepClone();
        return new MimeBundle(copy, metadata);
    }

    /// <summary>Returns a copy with the given binary representation, stored as base64.</summary>
    public MimeBundle With(string mimeType, ReadOnlySpan<byte> content) => With(mimeType, Convert.ToBase64String(content));

    /// <summary>Returns a copy with metadata under <paramref name="key"/> (by convention a mime type: <c>{"image/png": {"width": 64}}</c>).</summary>
    public MimeBundle WithMetadata(string key, JsonNode value)
    {
        var copy = Metadata();
        copy[key] = value.DeepClone();
        return new MimeBundle(data, copy);
    }

    /// <summary>Returns the content of one MIME type; null if the bundle has none of that type.</summary>
    public JsonNode? Content(string mimeType) => data[mimeType]?.DeepClone();

    /// <summary>Returns a copy of all content, as the <c>data</c> of a Jupyter message or a notebook output.</summary>
    public JsonObject Data() => (JsonObject)data.DeepClone();

    /// <summary>Returns the bundle as an HTML fragment with embedded pictures.</summary>
    public string ToHtml()
    {
        if ((data[MimeTypes.Html] ?? data[MimeTypes.Svg]) is { } markup)
            return (string)markup!;
        foreach (var type in (string[])[MimeTypes.Png, MimeTypes.Jpeg])
            if (data[type] is { } picture)
                return $"<img alt=\"{WebUtility.HtmlEncode(PlainText)}\" src=\"data:{type};base64,{WebUtility.HtmlEncode((string)picture!)}\">";
        return HtmlOf(PlainText);
    }

    /// <inheritdoc/>
    MimeBundle IDisplayable.ToMimeBundle() => this;

    /// <summary>Returns the representations as values of display events; JSON as text.</summary>
    internal FormattedValue[] ToFormattedValues() =>
        [.. data.Select(entry => new FormattedValue(entry.Key, entry.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : entry.Value!.ToJsonString()))];

    /// <summary>Returns text as HTML, as <see cref="Formatter"/> does for plain values.</summary>
    internal static string HtmlOf(string text) => $"<div class=\"dni-plaintext\"><pre>{WebUtility.HtmlEncode(text)}</pre></div>";

    /// <summary>Returns a copy of the metadata.</summary>
    public JsonObject Metadata() => (JsonObject)metadata.DeepClone();
}
