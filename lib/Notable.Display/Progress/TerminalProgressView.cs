namespace Notable.Display;

/// <summary>Redraws a line at the bottom of a terminal, below the rows.</summary>
internal sealed class TerminalProgressView(ConsoleTarget target, TimeProvider time) : IProgressView
{
    private const int WidestBar = 40;
    private const int NarrowestBar = 5;
    private readonly RedrawInterval pace = new(time);

    public void Progress(ProgressState state)
    {
        if (!pace.IsOver(RedrawInterval.Interval))
            return;
        pace.Mark();
        target.SetStatus(Line(state.Bar!, target.Width - 1));
    }

    public void Row(ProgressState state)
    {
        target.SetStatus("");
        target.Write(OutputStream.Error, RowText.Newest(state));
    }

    public void End(ProgressState state)
    {
        target.SetStatus("");
        if (state is { Columns: [], Bar: { } bar })
            target.Write(OutputStream.Error, Line(bar, target.Width - 1) + Environment.NewLine);
    }

    private static string Line(BarState bar, int width)
    {
        var before = bar.Label.Length > 0 ? bar.Label + ' ' : "";
        var after = $" {bar.Figures}{(bar.Note is null ? "" : ' ' + bar.Note)}";
        var line = bar.Fraction is { } fraction
            ? $"{before}{bar.Percent,3}%{Blocks(fraction, width - before.Length - after.Length - 4)}{after}"
            : before + after.TrimStart();
        return line.Length <= width ? line : line[..(width - 1)] + '…';
    }

    private static string Blocks(double fraction, int room)
    {
        var length = Math.Min(WidestBar, room - 1);
        var filled = (int)(fraction * length);
        return length < NarrowestBar ? "" : $" {new string('█', filled)}{new string('░', length - filled)}";
    }
}
