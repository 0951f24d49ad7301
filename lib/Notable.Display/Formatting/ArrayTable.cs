using System.Globalization;
using System.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>Arrays of two dimensions as rows and columns, of which at most <see cref="Formatter.ListExpansionLimit"/> each are shown.</summary>
internal static class ArrayTable
{
    public static MimeBundle Format(Array table)
    {
        var most = Math.Max(1, Formatter.ListExpansionLimit);
        var (rows, columns) = (table.GetLength(0), table.GetLength(1));
        var cells = Enumerable.Range(0, Math.Min(rows, most)).Select(row => Enumerable.Range(0, Math.Min(columns, most))
            .Select(column => table.GetValue(row + table.GetLowerBound(0), column + table.GetLowerBound(1)).ToDisplayString()).ToArray()).ToArray();
        var more = rows > most || columns > most ? string.Create(CultureInfo.InvariantCulture, $"({rows} x {columns} in all)") : null;
        var text = string.Join('\n', cells.Select(row => $"[ {string.Join(", ", row)} ]"));
        var html = new StringBuilder("<table><tbody>");
        foreach (var row in cells)
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{System.Net.WebUtility.HtmlEncode(cell)}</td>")).Append("</tr>");
        html.Append("</tbody></table>");
        return MimeBundle.Html(more is null ? html.ToString() : $"{html}<div>{more}</div>", more is null ? text : $"{text}\n{more}");
    }
}
