namespace Notable.Display;

/// <summary>
/// Writes plain lines, for targets that cannot redraw. A bar writes at each quarter, but at most every 2 s, and at least every 10 s
/// while it moves; below a table only the latter, since the rows show the rest.
/// </summary>
internal sealed class LogProgressView(IDisplayTarget target, TimeProvider time) : IProgressView
{
    private static readonly TimeSpan quick = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan slow = TimeSpan.FromSeconds(10);
    private readonly RedrawInterval pace = new(time);
    private int quarter = -1;
    private string written = "";

    public void Progress(ProgressState state)
    {
        var bar = state.Bar!;
        var reached = bar.Percent / 25 ?? 0;
        var isTable = state.Columns.Count > 0;
        if (isTable && quarter < 0)
            pace.Mark();
        var due = reached > quarter && !isTable ? pace.IsOver(quick) : pace.IsOver(slow);
        quarter = due || isTable ? reached : quarter;
        if (due)
            Write(bar);
    }

    public void Row(ProgressState state)
    {
        pace.Mark();
        target.Write(OutputStream.Error, RowText.Newest(state));
    }

    public void End(ProgressState state)
    {
        if (state is { Columns: [], Bar: { } bar } && bar.ToLine() != written)
            Write(bar);
    }

    private void Write(BarState bar)
    {
        pace.Mark();
        written = bar.ToLine();
        target.Write(OutputStream.Error, written + Environment.NewLine);
    }
}
