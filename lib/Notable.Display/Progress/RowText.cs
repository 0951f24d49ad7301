namespace Notable.Display;

/// <summary>
/// Formats rows of a growing table as lines of text. Columns are as wide as their heading or a number, since later rows are unknown.
/// </summary>
internal static class RowText
{
    private const int NarrowestColumn = 8;

    /// <summary>Returns the newest row, with the headings if it is the first.</summary>
    public static string Newest(ProgressState state) =>
        (state.Rows.Count == 1 ? Line(state, state.Columns) : "") + Line(state, state.Rows[^1]);

    private static string Line(ProgressState state, IReadOnlyList<string> cells) =>
        string.Join("  ", cells.Select((cell, i) => cell.PadRight(Math.Max(NarrowestColumn, state.Columns[i].Length)))).TrimEnd()
        + Environment.NewLine;
}
