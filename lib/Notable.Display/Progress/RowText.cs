namespace Notable.Display;

/// <summary>Rows of a table that grows, as lines of text: columns as wide as their heading or a number, for later rows are unknown.</summary>
internal static class RowText
{
    private const int NarrowestColumn = 8;

    /// <summary>The newest row, under the headings if it is the first.</summary>
    public static string Newest(ProgressState state) =>
        (state.Rows.Count == 1 ? Line(state, state.Columns) : "") + Line(state, state.Rows[^1]);

    private static string Line(ProgressState state, IReadOnlyList<string> cells) =>
        string.Join("  ", cells.Select((cell, i) => cell.PadRight(Math.Max(NarrowestColumn, state.Columns[i].Length)))).TrimEnd()
        + Environment.NewLine;
}
