namespace Notable.Widgets;

/// <summary>A picture, from an encoded file's bytes.</summary>
public sealed class Image : DOMWidget
{
    private static readonly WidgetAttribute<string> format = Attributes.Text("format", "png");
    private static readonly WidgetAttribute<string> height = Attributes.Text("height");
    private static readonly WidgetAttribute<ReadOnlyMemory<byte>> value = Attributes.Bytes("value");
    private static readonly WidgetAttribute<string> width = Attributes.Text("width");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ImageModel"),
        ModelName.Controls("ImageView"),
        [.. DomAttributes, format, height, value, width]);

    /// <summary>No picture yet.</summary>
    public Image()
        : base(model)
    {
    }

    /// <summary>
    /// The file's kind as in its mime type: <c>png</c>, <c>jpeg</c>, <c>gif</c>, <c>webp</c>; <c>url</c> where
    /// <see cref="Value"/> is an address in UTF-8.
    /// </summary>
    public string Format { get => Get(format); set => Set(format, value); }

    /// <summary>The height in CSS pixels or with a unit; empty for the picture's own.</summary>
    public string Height { get => Get(height); set => Set(height, value); }

    /// <summary>The file's bytes; not copied. Setting a PNG, JPEG, GIF or WebP sets <see cref="Format"/> as well.</summary>
    public ReadOnlyMemory<byte> Value
    {
        get => Get(Image.value);
        set
        {
            if (FormatOf(value.Span) is { } known)
                Format = known;
            Set(Image.value, value);
        }
    }

    /// <summary>The width in CSS pixels or with a unit; empty for the picture's own.</summary>
    public string Width { get => Get(width); set => Set(width, value); }

    private static string? FormatOf(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "png"
        : file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "jpeg"
        : file.StartsWith("GIF8"u8) ? "gif"
        : file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..].StartsWith("WEBP"u8) ? "webp"
        : null;
}
