namespace Notable.Display;

/// <summary>A <see cref="Table"/> in columns of plain text.</summary>
internal static class TextTable
{
    private const int MaxWidth = 60;

    public static string Render(Table table)
    {
        int[] widths = [.. table.Columns.Select((column, i) =>
            Math.Min(MaxWidth, table.Rows.Select(row => row[i].Length).Append(column.Length).Max()))];
        var rule = string.Join("  ", widths.Select(width => new string('-', width)));
        return string.Join('\n',
        [
            Line([.. table.Columns], widths),
            rule,
            .. table.Rows.Select(row => Line(row, widths)),
            .. table.More is { } more ? [more] : Array.Empty<string>(),
        ]);
    }

    private static string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, i) => Fit(cell, widths[i]))).TrimEnd();

    private static string Fit(string text, int width) => text.Length <= width ? text.PadRight(width) : text[..(width - 1)] + '…';
}
