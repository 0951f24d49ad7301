using System.Globalization;
using System.Net;
using System.Text;

namespace Notable.Display;

/// <summary>A <see cref="Table"/> as HTML, every text escaped.</summary>
internal static class HtmlTable
{
    // On each cell, for the style sheets of notebooks align cells to the right.
    private const string Cell = "style=\"text-align:left;padding:2px 10px 2px 0\"";

    public static string Render(Table table)
    {
        var html = new StringBuilder("<table style=\"border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums\">\n<thead><tr>");
        foreach (var column in table.Columns)
            html.Append(CultureInfo.InvariantCulture, $"<th {Cell}>{WebUtility.HtmlEncode(column)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var text in row)
                html.Append(CultureInfo.InvariantCulture, $"<td {Cell}>{WebUtility.HtmlEncode(text)}</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
        if (table.More is not null)
            html.Append(CultureInfo.InvariantCulture, $"<div style=\"font-size:13px;opacity:.7\">{WebUtility.HtmlEncode(table.More)}</div>\n");
        return html.ToString();
    }
}
