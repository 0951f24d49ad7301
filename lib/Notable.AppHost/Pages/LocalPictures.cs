using System.Text;
using System.Text.Json.Nodes;

namespace Notable.AppHost.Pages;

/// <summary>
/// The pictures that a notebook's text may show: files in its folder and attachments of the cell. They are embedded in the
/// page, since no folder is served.
/// </summary>
/// <param name="folder">The notebook's folder; null for text that has none.</param>
/// <param name="attachments">The cell's attachments in nbformat: name, mime type, base64.</param>
internal sealed class LocalPictures(string? folder, JsonObject? attachments)
{
    private const long MostBytes = 5_000_000;
    private const string Attachment = "attachment:";

    public static LocalPictures None { get; } = new(null, null);

    /// <summary>Returns a picture as a <c>data:</c> URL; null if it does not exist or is not a picture.</summary>
    public string? Find(string url)
    {
        if (url.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
            return url;
        if (url.StartsWith(Attachment, StringComparison.OrdinalIgnoreCase))
            return Attached(Uri.UnescapeDataString(url[Attachment.Length..]));
        return folder is not null && IsRelative(url) ? File(Uri.UnescapeDataString(url.Split('?', '#')[0])) : null;
    }

    private string? Attached(string name)
    {
        if (attachments?[name] is not JsonObject kinds)
            return null;
        var (type, content) = kinds.FirstOrDefault(kind => kind.Key.StartsWith("image/", StringComparison.Ordinal));
        var text = content is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : content is JsonValue ? (string?)content : null;
        if (text is null)
            return null;
        try
        {
            // An SVG may be attached as plain text.
            var bytes = type == "image/svg+xml" && text.Contains('<', StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(text) : Convert.FromBase64String(text.ReplaceLineEndings(""));
            return Data(bytes, isNamedSvg: type == "image/svg+xml");
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private string? File(string path)
    {
        var root = Path.GetFullPath(folder!) + Path.DirectorySeparatorChar;
        var file = new FileInfo(Path.Combine(root, path.Replace('\\', '/')));
        try
        {
            // A symbolic link must not lead out of the folder either.
            var target = file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName;
            if (!file.FullName.StartsWith(root, StringComparison.Ordinal) || !target.StartsWith(root, StringComparison.Ordinal) || !file.Exists || file.Length > MostBytes)
                return null;
            return Data(System.IO.File.ReadAllBytes(target), isNamedSvg: file.Extension.Equals(".svg", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsRelative(string url) =>
        url.Length > 0 && url[0] is not ('/' or '\\' or '#') && !url.Contains(':', StringComparison.Ordinal) && !url.Contains('\0', StringComparison.Ordinal);

    /// <summary>Determines the type from the content, not the name. Browsers run no scripts of an SVG in an image element.</summary>
    private static string? Data(ReadOnlySpan<byte> bytes, bool isNamedSvg)
    {
        var type = bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "image/png"
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
            : bytes.StartsWith("GIF8"u8) ? "image/gif"
            : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
            : isNamedSvg ? "image/svg+xml"
            : null;
        return type is null ? null : $"data:{type};base64,{Convert.ToBase64String(bytes)}";
    }
}
