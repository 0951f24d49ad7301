namespace Notable.Kernel.Scripting;

/// <summary>Steps a session through its cells under a time limit.</summary>
internal sealed class SessionSteps(NotebookSession session, TimeSpan? cellTimeout, IProgress<CellProgress>? progress)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var cells = session.Notebook.Cells.Count;
        while (session.Runs.Count < cells && session.Runs is not [.., { Error: not null }])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var run = session.Next();
            progress?.Report(new CellProgress(run, cells));
            await StepAsync(run, cancellationToken).ConfigureAwait(false);
            progress?.Report(new CellProgress(run, cells));
        }
    }

    private async Task StepAsync(CellRun run, CancellationToken cancellationToken)
    {
        // On the pool, since a cell that never awaits would otherwise hold the thread that watches the clock.
        var step = Task.Run(() => session.StepAsync(run), CancellationToken.None);
        try
        {
            await step.WaitAsync(cellTimeout ?? Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            session.Fail(run, new TimeoutException(
                $"Cell {run.Cell.Number} took longer than {cellTimeout!.Value.TotalSeconds:0.###} s and was abandoned."));
        }
        catch (OperationCanceledException cancelled) when (cancelled.CancellationToken == cancellationToken)
        {
            session.Fail(run, new OperationCanceledException($"Cell {run.Cell.Number} was abandoned: the run was cancelled."));
            throw;
        }
    }
}
