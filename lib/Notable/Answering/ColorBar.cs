using System.Net;
using Notable.Learning;

namespace Notable;

/// <summary>Renders the color scale of a heat map as HTML: a bar between two words.</summary>
internal static class ColorBar
{
    private static readonly Lazy<string> colors = new(() => Convert.ToBase64String(HeatMap.ColorBar().ToPng()));

    public static string Of(AnswerTexts texts) =>
        $"{WebUtility.HtmlEncode(texts.Importance)} <span style=\"white-space:nowrap\">{texts.Low} "
        + $"<img src=\"data:image/png;base64,{colors.Value}\" alt=\"…\" style=\"display:inline;vertical-align:middle\"> {texts.High}</span>";
}
