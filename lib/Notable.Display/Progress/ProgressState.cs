namespace Notable.Display;

/// <summary>The state of a progress display: a table, empty for a plain bar, and the current bar, if any.</summary>
internal sealed record ProgressState(IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows, BarState? Bar)
{
    public static ProgressState Of(BarState bar) => new([], [], bar);
}
