using System.Globalization;
using System.Net;
using System.Xml;

namespace Notable.Display.Figures;

/// <summary>Text and numbers as XML takes them.</summary>
internal static class SvgText
{
    /// <summary>Mean width of a character of the sans-serif fonts in use, in font sizes.</summary>
    private const double MeanCharacterWidth = 0.58;

    /// <summary>A coordinate in pixels, to a hundredth.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Escaped text; characters that XML forbids become a replacement mark.</summary>
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

    /// <summary>About how wide a text is, in pixels.</summary>
    public static double Width(string text, double fontSize) => text.Length * fontSize * MeanCharacterWidth;

    /// <summary>The text, or its beginning with an ellipsis where it would be wider than <paramref name="width"/> pixels.</summary>
    public static string Fit(string text, double width, double fontSize)
    {
        var room = Math.Max(1, (int)(width / (fontSize * MeanCharacterWidth)));
        return text.Length <= room ? text : text[..(room - 1)] + '…';
    }
}
