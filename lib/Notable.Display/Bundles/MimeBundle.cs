using System.Text.Json.Nodes;

namespace Notable.Display;

/// <summary>
/// One value in every form it can be shown in: mime type to content, as in a Jupyter <c>display_data</c> message.
/// Text is a JSON string, a picture a base64 string, a JSON type (<c>application/*+json</c>) the JSON itself. Immutable;
/// always holds <c>text/plain</c>. A front end shows the richest form it knows.
/// </summary>
public sealed class MimeBundle
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

    /// <summary>A copy of everything as the <c>data</c> of a Jupyter message or of a notebook's output.</summary>
    public JsonObject Data() => (JsonObject)data.DeepClone();

    /// <summary>A copy of the metadata.</summary>
    public JsonObject Metadata() => (JsonObject)metadata.DeepClone();
}
