namespace Notable.Display;

/// <summary>
/// A table that grows a row an epoch, with a bar for the epoch under way: drawn in place on a terminal and in a notebook, line
/// by line in a log. Safe to report to from any thread.
/// </summary>
public sealed class ProgressTable : IDisposable
{
    private readonly IProgressView view;
    private readonly BarClock clock;
    private readonly string[] columns;
    private readonly List<string[]> rows = [];
    private readonly Lock gate = new();
    private readonly IDisposable asking = RunningCode.AsksBetweenSteps();
    private BarState? bar;
    private bool ended;

    /// <summary>An empty table on the current <see cref="DisplayTarget"/>, by the system's clock.</summary>
    /// <param name="columns">The headings, as epoch, train_loss, valid_loss, error_rate, time.</param>
    public ProgressTable(params string[] columns)
        : this(TimeProvider.System, columns)
    {
    }

    /// <summary>An empty table on the current <see cref="DisplayTarget"/>.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="columns">The headings, as epoch, train_loss, valid_loss, error_rate, time; at least one.</param>
    /// <exception cref="ArgumentException">There are no columns.</exception>
    public ProgressTable(TimeProvider time, params string[] columns)
    {
        if (columns.Length == 0)
            throw new ArgumentException("expected at least one column, found none; a bar alone is a ProgressBar", nameof(columns));
        this.columns = [.. columns];
        clock = new BarClock(time, "");
        view = ProgressView.For(DisplayTarget.Current, time);
    }

    /// <summary>Appends a row, a cell a column: fractions get six decimals, times are mm:ss, null is empty. It also ends the bar under way.</summary>
    /// <exception cref="ArgumentException">There are not as many cells as columns.</exception>
    /// <exception cref="ObjectDisposedException">The table has ended.</exception>
    public void Row(params object?[] cells)
    {
        if (cells.Length != columns.Length)
            throw new ArgumentException(
                $"expected {columns.Length} cells ({string.Join(", ", columns)}), found {cells.Length}", nameof(cells));
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(ended, this);
            rows.Add([.. cells.Select(ProgressCell.Text)]);
            bar = null;
            clock.Start(0);
            view.Row(State);
        }
    }

    /// <summary>Says how far the row under way is. The time of a row begins with 0 steps done, else with the row before.</summary>
    /// <param name="done">Steps done; fewer than at the last call, or another total, start a new bar.</param>
    /// <param name="total">Steps in all; 0 where unknown.</param>
    /// <param name="note">A few words on the present step, as the loss.</param>
    /// <exception cref="OperationCanceledException">The running code is to stop (<see cref="RunningCode.Stop"/>).</exception>
    public void Report(long done, long total, string? note = null)
    {
        RunningCode.Stop.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (ended)
                return;
            if (done == 0 || done < bar?.Done || (bar is not null && total != bar.Total))
                clock.Start(total);
            bar = clock.At(done, total, note);
            view.Progress(State);
        }
    }

    /// <summary>Removes the bar and leaves the table.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            bar = null;
            if (!ended)
                view.End(State);
            ended = true;
        }
        asking.Dispose();
    }

    private ProgressState State => new(columns, [.. rows], bar);
}
