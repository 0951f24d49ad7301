using System.Globalization;
using System.Net;
using System.Xml;

namespace Notable.Display.Figures;

/// <summary>Formats text and numbers for SVG.</summary>
internal static class SvgText
{
    /// <summary>The mean width of a character in common sans-serif fonts, relative to the font size.</summary>
    private const double MeanCharacterWidth = 0.58;

    /// <summary>Formats a coordinate in pixels with two decimals.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Escapes text; characters that XML forbids are replaced.</summary>
    public static string Escape(string text)
    {
        var allowed = string.Create(text.Length, text, static (buffer, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                var isPair = (i + 1 < source.Length && XmlConvert.IsXmlSurrogatePair(source[i + 1], source[i]))
                    || (i > 0 && XmlConvert.IsXmlSurrogatePair(source[i], source[i - 1]));
                buffer[i] = isPair || XmlConvert.IsXmlChar(source[i]) ? source[i] : '\uFFFD';
            }
        });
        return WebUtility.HtmlEncode(allowed);
    }

    /// <summary>Returns the approximate width of a text in pixels.</summary>
    public static double Width(string text, double fontSize) => text.Length * fontSize * MeanCharacterWidth;

    /// <summary>Returns a text, truncated with an ellipsis if it is wider than <paramref name="width"/> pixels.</summary>
    public static string Fit(string text, double width, double fontSize)
    {
        var room = Math.Max(1, (int)(width / (fontSize * MeanCharacterWidth)));
        return text.Length <= room ? text : text[..(room - 1)] + '…';
    }
}
