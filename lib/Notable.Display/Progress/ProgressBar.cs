namespace Notable.Display;

/// <summary>
/// A progress bar for a long task: a line redrawn in place on a terminal, a few plain lines in a log, an updated display in a
/// notebook. <see cref="Report"/> is thread-safe.
/// </summary>
public sealed class ProgressBar : IDisposable
{
    private readonly IProgressView view;
    private readonly BarStopwatch clock;
    private readonly Lock gate = new();
    private readonly IDisposable asking = RunningCode.AsksBetweenSteps();
    private BarState bar;
    private bool ended;

    /// <summary>Starts at 0 of <paramref name="total"/>, on the current <see cref="DisplayTarget"/>.</summary>
    /// <param name="label">A label of one or two words.</param>
    /// <param name="total">Total number of steps (files, bytes); 0 if unknown.</param>
    /// <param name="time">The clock; the system clock by default.</param>
    public ProgressBar(string label, long total, TimeProvider? time = null)
    {
        clock = new BarStopwatch(time ?? TimeProvider.System, label);
        view = ProgressView.For(DisplayTarget.Current, time ?? TimeProvider.System);
        bar = clock.Start(total);
        view.Progress(ProgressState.Of(bar));
    }

    /// <summary>Reports how many steps are done, and optionally a note on the current one.</summary>
    /// <exception cref="OperationCanceledException">The running code was asked to stop (<see cref="RunningCode.Stop"/>).</exception>
    public void Report(long done, string? note = null)
    {
        RunningCode.Stop.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (ended)
                return;
            bar = clock.At(done, bar.Total, note);
            view.Progress(ProgressState.Of(bar));
        }
    }

    /// <summary>Shows the final state and ends the line.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (!ended)
                ProgressView.End(view, ProgressState.Of(bar));
            ended = true;
        }
        asking.Dispose();
    }
}
