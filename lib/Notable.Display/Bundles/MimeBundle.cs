using System.Net;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace Notable.Display;

/// <summary>
/// One value in every form it can be shown in: mime type to content, as in a Jupyter <c>display_data</c> message.
/// Text is a JSON string, a picture a base64 string, a JSON type (<c>application/*+json</c>) the JSON itself. Immutable;
/// always holds <c>text/plain</c>. A front end shows the richest form it knows.
/// </summary>
public sealed class MimeBundle : IDisplayable
{
    private readonly JsonObject data;
    private readonly JsonObject metadata;

    private MimeBundle(JsonObject data, JsonObject metadata)
    {
        this.data = data;
        this.metadata = metadata;
    }

    /// <summary>The mime types held, <c>text/plain</c> first.</summary>
    public IEnumerable<string> Types => data.Select(entry => entry.Key);

    /// <summary>The content of <c>text/plain</c>.</summary>
    public string PlainText => (string)data[MimeTypes.Text]!;

    /// <summary>
    /// A value in the forms that <see cref="Formatter"/> prefers for its type, or in the given ones; always with
    /// <c>text/plain</c>. A value that draws itself (<see cref="IDisplayable"/>) does so unless a format was registered for it.
    /// </summary>
    /// <param name="value">The value; null is shown as <see cref="Formatter.NullString"/>.</param>
    /// <param name="mimeTypes">The forms; the preferred ones where there are none.</param>
    /// <exception cref="FormatterException">A registered format threw.</exception>
    public static MimeBundle Of(object? value, params string[] mimeTypes) => ValueBundle.Of(value, mimeTypes);

    /// <summary>A bundle of plain text only.</summary>
    public static MimeBundle Text(string text) => new(new JsonObject { [MimeTypes.Text] = text }, []);

    /// <summary>A fragment of HTML with what to show where HTML is not understood.</summary>
    public static MimeBundle Html(string html, string text) => Text(text).With(MimeTypes.Html, html);

    /// <summary>A PNG file's bytes.</summary>
    public static MimeBundle Png(ReadOnlySpan<byte> file, string text = "PNG picture") => Text(text).With(MimeTypes.Png, file);

    /// <summary>A JPEG file's bytes.</summary>
    public static MimeBundle Jpeg(ReadOnlySpan<byte> file, string text = "JPEG picture") => Text(text).With(MimeTypes.Jpeg, file);

    /// <summary>A JSON value; <paramref name="text"/> defaults to its indented text.</summary>
    public static MimeBundle Json(JsonNode value, string? text = null) =>
        Text(text ?? value.ToString()).With(MimeTypes.Json, value);

    /// <summary>This bundle with one more form, or another content for a form it has.</summary>
    public MimeBundle With(string mimeType, JsonNode content)
    {
        if (mimeType == MimeTypes.Text && content.GetValueKind() != System.Text.Json.JsonValueKind.String)
            throw new ArgumentException($"text/plain must be a string, found {content.GetValueKind()}", nameof(content));
        var copy = Data();
        copy[mimeType] = content.DeepClone();
        return new MimeBundle(copy, metadata);
    }

    /// <summary>This bundle with one more binary form, kept as base64.</summary>
    public MimeBundle With(string mimeType, ReadOnlySpan<byte> content) => With(mimeType, Convert.ToBase64String(content));

    /// <summary>This bundle with metadata under <paramref name="key"/> (by convention a mime type: <c>{"image/png": {"width": 64}}</c>).</summary>
    public MimeBundle WithMetadata(string key, JsonNode value)
    {
        var copy = Metadata();
        copy[key] = value.DeepClone();
        return new MimeBundle(data, copy);
    }

    /// <summary>The content of one form, or null where the bundle has none of that type.</summary>
    public JsonNode? Content(string mimeType) => data[mimeType]?.DeepClone();

    /// <summary>A table with one row per item and one column per property, as HTML; texts are escaped.</summary>
    public static string TableHtml<T>(IEnumerable<T> rows)
    {
        DefaultFormats.Install();
        return rows.ToTabularDataResource().ToDisplayString(MimeTypes.Html);
    }

    /// <summary>A copy of everything as the <c>data</c> of a Jupyter message or of a notebook's output.</summary>
    public JsonObject Data() => (JsonObject)data.DeepClone();

    /// <summary>The bundle as a fragment of HTML, for front ends that know nothing else: pictures and SVG are embedded.</summary>
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

    /// <summary>The forms as the values of display events; JSON as its text.</summary>
    internal FormattedValue[] ToFormattedValues() =>
        [.. data.Select(entry => new FormattedValue(entry.Key, entry.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : entry.Value!.ToJsonString()))];

    /// <summary>The bundle of a display event's values; its text is that of the value itself where they have none.</summary>
    internal static MimeBundle From(IReadOnlyList<FormattedValue> values, object? value = null)
    {
        var bundle = Text(values.FirstOrDefault(one => one.MimeType == MimeTypes.Text)?.Value
            ?? (value is not null ? ValueBundle.Text(value) : values.Count > 0 ? values[0].Value : ""));
        foreach (var one in values.Where(one => one.MimeType != MimeTypes.Text))
            bundle = bundle.With(one.MimeType, ValueBundle.Content(one.MimeType, one.Value));
        return bundle;
    }

    /// <summary>Text as HTML, in the way that <see cref="Formatter"/> shows plain values.</summary>
    internal static string HtmlOf(string text) => $"<div class=\"dni-plaintext\"><pre>{WebUtility.HtmlEncode(text)}</pre></div>";

    /// <summary>A copy of the metadata.</summary>
    public JsonObject Metadata() => (JsonObject)metadata.DeepClone();
}
