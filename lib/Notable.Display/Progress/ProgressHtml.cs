using System.Globalization;
using System.Net;

namespace Notable.Display;

/// <summary>Renders a progress display as plain HTML with inline styles, without scripts, legible on light and dark backgrounds.</summary>
internal static class ProgressHtml
{
    public static string Render(ProgressState state) =>
        $"<div style=\"font-size:13px;font-variant-numeric:tabular-nums\">{Table(state)}{(state.Bar is { } bar ? Bar(bar) : "")}</div>";

    // On each cell, because the style sheets of notebooks align cells to the right.
    private const string Cell = "style=\"text-align:left;padding:2px 10px 2px 0\"";

    private static string Table(ProgressState state) => state.Columns.Count == 0 ? ""
        : $"<table style=\"border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums\">\n<thead>{Row("th", state.Columns)}</thead>\n"
            + $"<tbody>\n{string.Concat(state.Rows.Select(row => Row("td", row) + "\n"))}</tbody>\n</table>\n";

    private static string Row(string tag, IEnumerable<string> texts) =>
        $"<tr>{string.Concat(texts.Select(text => $"<{tag} {Cell}>{WebUtility.HtmlEncode(text)}</{tag}>"))}</tr>";

    private static string Bar(BarState bar) =>
        "<div style=\"display:flex;flex-wrap:wrap;align-items:center;gap:4px 10px;margin:4px 0\">"
        + Span(bar.Label)
        + (bar.Fraction is { } fraction ? Track(fraction, bar.Percent ?? 0) : "")
        + Span($"{(bar.Percent is { } percent ? $"{percent}%" : "")} {bar.Figures} {bar.Note}")
        + "</div>";

    private static string Span(string text) =>
        text.Length == 0 ? "" : $"<span>{WebUtility.HtmlEncode(text.Trim())}</span>";

    private static string Track(double fraction, int percent)
    {
        var width = (fraction * 100).ToString("0.#", CultureInfo.InvariantCulture);
        return $"<div role=\"progressbar\" aria-valuemin=\"0\" aria-valuemax=\"100\" aria-valuenow=\"{percent}\" "
            + "style=\"flex:0 1 280px;min-width:80px;height:10px;border-radius:5px;overflow:hidden;background:rgba(128,128,128,.25)\">"
            + $"<div style=\"width:{width}%;height:100%;background:#3b82c4\"></div></div>";
    }
}
