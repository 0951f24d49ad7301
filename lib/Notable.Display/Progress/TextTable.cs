namespace Notable.Display;

/// <summary>Formats a progress table as columns of plain text.</summary>
internal static class TextTable
{
    private const int MaxWidth = 60;

    public static string Render(IReadOnlyList<string> columns, IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. columns.Select((column, i) => Math.Min(MaxWidth, rows.Select(row => row[i].Length).Append(column.Length).Max()))];
        var rule = string.Join("  ", widths.Select(width => new string('-', width)));
        return string.Join('\n', [Line([.. columns], widths), rule, .. rows.Select(row => Line(row, widths))]);
    }

    private static string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, i) => Fit(cell, widths[i]))).TrimEnd();

    private static string Fit(string text, int width) => text.Length <= width ? text.PadRight(width) : text[..(width - 1)] + '…';
}
