namespace Notable.Display;

/// <summary>MIME types used by this project.</summary>
public static class MimeTypes
{
    /// <summary>Plain text; every bundle has it.</summary>
    public const string Text = "text/plain";

    /// <summary>A fragment of HTML.</summary>
    public const string Html = "text/html";

    /// <summary>Markdown, as text.</summary>
    public const string Markdown = "text/markdown";

    /// <summary>An SVG picture, as text.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>A PNG picture, base64.</summary>
    public const string Png = "image/png";

    /// <summary>A JPEG picture, base64.</summary>
    public const string Jpeg = "image/jpeg";

    /// <summary>A JSON value.</summary>
    public const string Json = "application/json";
}
