using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notable.AppHost.Pages;

/// <summary>
/// Converts the outputs of a cell (nbformat) to HTML. HTML output comes from the notebook's author and is used as is (the page's content
/// security policy blocks scripts); everything else is escaped. Errors and the error stream go to the log, not to visitors.
/// </summary>
internal static partial class OutputHtml
{
    private const string WidgetView = "application/vnd.jupyter.widget-view+json";
    private static readonly string[] pictures = ["image/png", "image/jpeg", "image/webp", "image/gif"];

    public static void Append(StringBuilder page, JsonArray outputs)
    {
        foreach (var output in outputs.OfType<JsonObject>())
            switch ((string?)output["output_type"])
            {
                case "stream" when (string?)output["name"] == "stdout":
                    AppendText(page, Joined(output["text"]));
                    break;
                case "display_data" or "execute_result" when output["data"] is JsonObject data:
                    AppendBundle(page, data);
                    break;
            }
    }

    public static void AppendError(StringBuilder page, string sentence) =>
        page.Append("<p class=\"output-error\" role=\"alert\">").Append(WebUtility.HtmlEncode(sentence)).Append("</p>\n");

    /// <summary>Returns the text of a cell's error stream.</summary>
    public static string ErrorStream(JsonArray outputs) => string.Concat(
        from output in outputs.OfType<JsonObject>()
        where (string?)output["output_type"] == "stream" && (string?)output["name"] == "stderr"
        select Joined(output["text"]));

    // Richest first. A figure's picture comes before its data, which would need a plotting library on the page.
    private static void AppendBundle(StringBuilder page, JsonObject data)
    {
        if (data[WidgetView] is JsonObject view && (string?)view["model_id"] is { } modelId)
            page.Append("<div class=\"widget-place\" data-model=\"").Append(WebUtility.HtmlEncode(modelId))
                .Append("\"><span class=\"loading\" aria-hidden=\"true\"></span></div>\n");
        else if (data["image/svg+xml"] is { } svg)
            AppendPicture(page, "image/svg+xml", Convert.ToBase64String(Encoding.UTF8.GetBytes(Joined(svg))), data);
        else if (pictures.FirstOrDefault(data.ContainsKey) is { } type)
            AppendPicture(page, type, Joined(data[type]).ReplaceLineEndings(""), data);
        else if (data["text/html"] is { } html)
            page.Append("<div class=\"output-html\">").Append(Joined(html)).Append("</div>\n");
        else if (data["text/markdown"] is { } markdown)
            page.Append("<div class=\"markdown\">").Append(MarkdownText.ToHtml(Joined(markdown))).Append("</div>\n");
        else
            AppendText(page, Joined(data["text/plain"]));
    }

    private static void AppendPicture(StringBuilder page, string type, string base64, JsonObject data) =>
        page.Append("<img class=\"output-image\" alt=\"").Append(WebUtility.HtmlEncode(Joined(data["text/plain"])))
            .Append("\" src=\"data:").Append(type).Append(";base64,").Append(WebUtility.HtmlEncode(base64)).Append("\">\n");

    private static void AppendText(StringBuilder page, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            page.Append("<pre class=\"output-text\">").Append(WebUtility.HtmlEncode(Overwritten().Replace(ColorCodes().Replace(text, ""), ""))).Append("</pre>\n");
    }

    // nbformat allows a text to be stored as a list of lines.
    private static string Joined(JsonNode? text) =>
        text is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)text ?? "";

    /// <summary>Matches text that a carriage return overwrites, as progress bars do.</summary>
    [GeneratedRegex("[^\r\n]*\r+(?=[^\r\n])|\r")]
    private static partial Regex Overwritten();

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex ColorCodes();
}
