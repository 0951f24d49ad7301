using Notable.Kernel.Interrupting;

namespace Notable.Kernel.Scripting.Sessions;

/// <summary>Runs a session cell by cell, with a time limit per cell.</summary>
/// <param name="session">The session.</param>
/// <param name="cellTimeout">The time limit per cell; null for none.</param>
/// <param name="progress">Called before each cell starts and after its outputs are stored.</param>
/// <param name="keep">Stores the outputs of a cell in the notebook.</param>
internal sealed class SessionSteps(NotebookSession session, TimeSpan? cellTimeout, IProgress<CellProgress>? progress, Action<CellRun> keep)
{
    private readonly InterruptibleThread thread = new(TimeProvider.System);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var cells = session.Notebook.Cells.Count;
        while (session.Runs.Count < cells && !session.Runs.Any(run => run.EndsTheRun))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var run = session.Next();
            progress?.Report(new CellProgress(run, cells));
            try
            {
                await StepAsync(run, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                keep(run);
            }
            progress?.Report(new CellProgress(run, cells));
        }
    }

    private async Task StepAsync(CellRun run, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(cellTimeout ?? Timeout.InfiniteTimeSpan);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await thread.RunAsync(() => session.StepAsync(run, Explain), stop.Token).ConfigureAwait(false);
        }
        catch (CellInterruptedException broken) when (run.Error is null)
        {
            session.Fail(run, Explain(broken));
        }
        catch (CellInterruptedException)
        {
            // The cell itself has reported it already.
        }
        cancellationToken.ThrowIfCancellationRequested();

        Exception Explain(Exception thrown) =>
            thrown is not (OperationCanceledException or ThreadInterruptedException) ? thrown
            : cancellationToken.IsCancellationRequested ? new OperationCanceledException($"Cell {run.Cell.Number} was stopped: the run was canceled.", thrown)
            : limit.IsCancellationRequested ? new TimeoutException($"Cell {run.Cell.Number} took longer than {cellTimeout!.Value.TotalSeconds:0.###} s and was stopped.", thrown)
            : thrown;
    }
}
