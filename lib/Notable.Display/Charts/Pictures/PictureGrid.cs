using System.Globalization;
using System.Net;
using System.Text;

namespace Notable.Display.Figures;

/// <summary>
/// Pictures with captions in a grid: a batch, the top losses. Shown as HTML with embedded pictures, or as a list of captions in a terminal.
/// </summary>
public sealed class PictureGrid : IDisplayable
{
    private readonly (byte[] Jpeg, string Caption)[] pictures;
    private readonly int columns;
    private readonly string? title;

    /// <summary>Creates a grid, which is filled row by row.</summary>
    /// <param name="pictures">
    /// JPEG files with their captions; an empty file means a picture that cannot be read. Captions may have several lines.
    /// </param>
    /// <param name="columns">Pictures per row, at least 1.</param>
    /// <param name="title">A line above; null for none.</param>
    public PictureGrid(IEnumerable<(byte[] Jpeg, string Caption)> pictures, int columns, string? title = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        this.pictures = [.. pictures];
        this.columns = columns;
        this.title = title;
    }

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => MimeBundle.Html(Html(), ToString());

    /// <summary>Returns the title and the numbered captions, one per line.</summary>
    public override string ToString() => string.Join('\n',
    [
        title ?? (pictures.Length == 1 ? "1 picture" : $"{pictures.Length} pictures"),
        .. pictures.Select((picture, i) => $"{i + 1,4}. {picture.Caption.ReplaceLineEndings(" | ")}"),
    ]);

    /// <summary>Shown for a picture that cannot be read, instead of the browser's broken-image icon.</summary>
    private const string NoPicture = "<div style=\"display:flex;align-items:center;justify-content:center;aspect-ratio:4/3;border:1px dashed #888;border-radius:4px;"
        + "font-size:12px;color:#888\">cannot be read</div>";

    private static string Image(byte[] jpeg, string text) =>
        $"<img src=\"data:image/jpeg;base64,{Convert.ToBase64String(jpeg)}\" alt=\"{text}\" style=\"display:block;width:100%;height:auto;border-radius:4px\">";

    private string Html()
    {
        var html = new StringBuilder();
        if (title is not null)
            html.Append(CultureInfo.InvariantCulture, $"<div style=\"font-weight:600;margin:4px 0\">{WebUtility.HtmlEncode(title)}</div>");
        // At most 224 px per column, so that a few pictures do not fill a wide page.
        html.Append(CultureInfo.InvariantCulture, $"<div style=\"display:grid;grid-template-columns:repeat({columns},minmax(0,224px));gap:12px 8px\">");
        foreach (var (jpeg, caption) in pictures)
        {
            var text = WebUtility.HtmlEncode(caption);
            html.Append("<figure style=\"margin:0;min-width:0\">").Append(jpeg.Length == 0 ? NoPicture : Image(jpeg, text)).Append("<figcaption style=\"font-size:12px;line-height:1.35;margin-top:4px;white-space:pre-line;overflow-wrap:anywhere\">")
                .Append(CultureInfo.InvariantCulture, $"{text}</figcaption></figure>");
        }
        return html.Append("</div>").ToString();
    }
}
