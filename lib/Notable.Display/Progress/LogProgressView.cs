namespace Notable.Display;

/// <summary>
/// Plain lines where nothing can be redrawn. A bar writes at each quarter, but not faster than every two seconds, and at least
/// every ten seconds while it moves; below a table only the latter, for its rows tell the rest.
/// </summary>
internal sealed class LogProgressView(IDisplayTarget target, TimeProvider time) : IProgressView
{
    private static readonly TimeSpan quick = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan slow = TimeSpan.FromSeconds(10);
    private readonly Pace pace = new(time);
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
