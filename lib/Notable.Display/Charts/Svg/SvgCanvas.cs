using System.Globalization;
using System.Text;

namespace Notable.Display.Figures;

/// <summary>Collects the elements of an SVG document.</summary>
internal sealed class SvgCanvas
{
    /// <summary>The size of ordinary text, in pixels.</summary>
    public const double FontSize = 12;

    private readonly StringBuilder svg = new();

    public void Line(double x1, double y1, double x2, double y2, string color) =>
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke=\"{color}\"/>\n");

    public void Rectangle(double x, double y, double width, double height, string fill, string? tip = null)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{fill}\"");
        svg.Append(tip is null ? "/>\n" : $"><title>{SvgText.Escape(tip)}</title></rect>\n");
    }

    public void Path(string data, string color) =>
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{data}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke-linecap=\"round\"/>\n");

    public void Dot(double x, double y, double radius, string color) =>
        svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" fill=\"{color}\" fill-opacity=\".8\"/>\n");

    /// <summary>Adds a line of text, vertically centered at <paramref name="y"/>; <paramref name="anchor"/> is start, middle or end.</summary>
    public void Text(
        double x, double y, string text, string anchor = "start", string fill = Palette.Ink, double size = FontSize, int turn = 0, bool bold = false)
    {
        // The baseline of digits and capitals is a third of the font size below the middle.
        var transform = turn == 0 ? "" : $" transform=\"rotate({turn} {N(x)} {N(y)})\"";
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y)}\" dy=\"{N(size * 0.35)}\" text-anchor=\"{anchor}\" fill=\"{fill}\"")
            .Append(size == FontSize ? "" : $" font-size=\"{N(size)}\"")
            .Append(bold ? " font-weight=\"600\"" : "")
            .Append(CultureInfo.InvariantCulture, $"{transform}>{SvgText.Escape(text)}</text>\n");
    }

    /// <summary>Returns the whole document, which shrinks on a narrow page and has a description for screen readers.</summary>
    public string Document(int width, int height, string description) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" "
        + $"style=\"max-width:100%;height:auto\" font-family=\"system-ui,sans-serif\" font-size=\"{N(FontSize)}\" role=\"img\">\n"
        + $"<title>{SvgText.Escape(description)}</title>\n{svg}</svg>\n";

    private static string N(double value) => SvgText.Number(value);
}
