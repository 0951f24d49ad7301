namespace Notable.Display;

/// <summary>
/// A table with one row per epoch and a progress bar for the current epoch: drawn in place on a terminal and in a notebook, line
/// by line in a log. Thread-safe.
/// </summary>
public sealed class ProgressTable : IDisposable
{
    private readonly IProgressView view;
    private readonly BarStopwatch clock;
    private readonly string[] columns;
    private readonly List<string[]> rows = [];
    private readonly Lock gate = new();
    private readonly IDisposable asking = RunningCode.AsksBetweenSteps();
    private BarState? bar;
    private bool ended;

    /// <summary>Creates an empty table on the current <see cref="DisplayTarget"/>, with the system clock.</summary>
    /// <param name="columns">The column headings, such as epoch, train_loss, valid_loss, error_rate, time.</param>
    public ProgressTable(params string[] columns)
        : this(TimeProvider.System, columns)
    {
    }

    /// <summary>Creates an empty table on the current <see cref="DisplayTarget"/>.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="columns">The column headings, such as epoch, train_loss, valid_loss, error_rate, time; at least one.</param>
    /// <exception cref="ArgumentException">There are no columns.</exception>
    public ProgressTable(TimeProvider time, params string[] columns)
    {
        if (columns.Length == 0)
            throw new ArgumentException("expected at least one column, found none; for a bar without a table, use ProgressBar", nameof(columns));
        this.columns = [.. columns];
        clock = new BarStopwatch(time, "");
        view = ProgressView.For(DisplayTarget.Current, time);
    }

    /// <summary>
    /// Appends a row with one cell per column. Fractions are shown with six decimals, times as mm:ss, null as empty. Also ends the current
    /// progress bar.
    /// </summary>
    /// <exception cref="ArgumentException">The numbers of cells and columns differ.</exception>
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

    /// <summary>Reports progress of the current row. The time of a row starts when 0 steps are reported, otherwise at the previous row.</summary>
    /// <param name="done">Steps done. Fewer than at the last call, or another total, start a new bar.</param>
    /// <param name="total">Total number of steps; 0 if unknown.</param>
    /// <param name="note">A short note on the current step, such as the loss.</param>
    /// <exception cref="OperationCanceledException">The running code was asked to stop (<see cref="RunningCode.Stop"/>).</exception>
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

    /// <summary>Removes the progress bar and keeps the table.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            bar = null;
            if (!ended)
                ProgressView.End(view, State);
            ended = true;
        }
        asking.Dispose();
    }

    private ProgressState State => new(columns, [.. rows], bar);
}
