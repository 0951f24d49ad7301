namespace Notable.Display;

/// <summary>A progress display at one moment: a table, empty for a plain bar, and the bar under way, if any.</summary>
internal sealed record ProgressState(IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows, BarState? Bar)
{
    public static ProgressState Of(BarState bar) => new([], [], bar);
}
