using System.Globalization;
using System.Net;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// Formats two-dimensional arrays as tables with at most <see cref="ExpansionLimits.Items"/> rows and columns, and arrays of more
/// dimensions as several such tables, each with its leading indexes as a heading.
/// </summary>
internal static class ArrayTable
{
    public static MimeBundle Format(Array array)
    {
        var most = Math.Max(1, ExpansionLimits.Items);
        var lengths = Enumerable.Range(0, array.Rank).Select(array.GetLength).ToArray();
        var leading = lengths[..^2].Aggregate(1L, (product, length) => product * length);
        var slices = Enumerable.Range(0, (int)Math.Min(leading, most)).Select(ordinal => Slice(array, Indexes(lengths, ordinal), most)).ToArray();
        var more = leading > most || lengths[^2] > most || lengths[^1] > most
            ? string.Create(CultureInfo.InvariantCulture, $"({string.Join(" x ", lengths)} in all)") : null;
        var text = string.Join("\n\n", slices.Select(slice => slice.Text));
        var html = string.Concat(slices.Select(slice => slice.Html));
        return MimeBundle.Html(more is null ? html : $"{html}<div>{more}</div>", more is null ? text : $"{text}\n{more}");
    }

    /// <summary>Returns the leading indexes of a slice, from 0; empty for two-dimensional arrays.</summary>
    private static int[] Indexes(int[] lengths, long ordinal)
    {
        var indexes = new int[lengths.Length - 2];
        for (var i = indexes.Length - 1; i >= 0; ordinal /= lengths[i--])
            indexes[i] = (int)(ordinal % lengths[i]);
        return indexes;
    }

    private static (string Text, string Html) Slice(Array array, int[] leading, int most)
    {
        var rows = Enumerable.Range(0, Math.Min(array.GetLength(leading.Length), most)).Select(row =>
            Enumerable.Range(0, Math.Min(array.GetLength(leading.Length + 1), most)).Select(column => Item(array, [.. leading, row, column])).ToArray()).ToArray();
        var text = string.Join('\n', rows.Select(row => $"[ {string.Join(", ", row)} ]"));
        var html = $"<table><tbody>{string.Concat(rows.Select(row => $"<tr>{string.Concat(row.Select(item => $"<td>{WebUtility.HtmlEncode(item)}</td>"))}</tr>"))}</tbody></table>";
        if (leading.Length == 0)
            return (text, html);
        var place = $"[{string.Join(", ", leading.Select((index, dimension) => (index + array.GetLowerBound(dimension)).ToString(CultureInfo.InvariantCulture)))}, ...]";
        return ($"{place}\n{text}", $"<div>{place}</div>{html}");
    }

    private static string Item(Array array, int[] indexes)
    {
        for (var i = 0; i < indexes.Length; i++)
            indexes[i] += array.GetLowerBound(i);
        return array.GetValue(indexes).ToDisplayString();
    }
}
