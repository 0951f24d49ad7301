using System.Text.Json.Nodes;
using Notable.Display;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting.Sessions;
using Notable.Widgets;

namespace Notable.Kernel.Scripting;

/// <summary>Runs a notebook from the first cell to the last without a front end, and stores the outputs in it.</summary>
public static class NotebookRunner
{
    private const string StateMimeType = "application/vnd.jupyter.widget-state+json";

    /// <summary>
    /// Runs all code cells. Outputs, execution counts, times (<c>metadata.execution</c>) and the widgets' states are stored
    /// in the notebook; those of an earlier run are removed first. All cells are compiled before the first runs, so a
    /// mistake in the last one is found at once and not after an hour of training. The first cell that fails ends the run; its
    /// error is stored as its output.
    /// </summary>
    /// <param name="notebook">The notebook, which is modified.</param>
    /// <param name="environment">The references and imports of the cells.</param>
    /// <param name="parameters">Values for the variables of the cell tagged <c>parameters</c>.</param>
    /// <param name="cellTimeout">
    /// The time limit per cell; null for none. A cell that takes longer is interrupted.
    /// </param>
    /// <param name="progress">
    /// Called on the thread that runs the cells, before each cell starts and after it has ended. The notebook then contains
    /// the cell's outputs and can be saved.
    /// </param>
    /// <param name="exiting">
    /// Called with the failed run before a cell ends the process (<c>Environment.Exit</c>): the last chance to save the notebook and
    /// to set <see cref="Environment.ExitCode"/>.
    /// </param>
    /// <param name="cancellationToken">Stops the run and the running cell.</param>
    /// <returns>How the run ended; a failed cell does not throw.</returns>
    /// <exception cref="ParameterException">
    /// A parameter is unknown or its value is not of its type; nothing was run or changed.
    /// </exception>
    /// <exception cref="OperationCanceledException">Canceled; the notebook contains the outputs so far.</exception>
    public static async Task<RunReport> RunAsync(
        Notebook notebook,
        ScriptEnvironment environment,
        IReadOnlyDictionary<string, string>? parameters = null,
        TimeSpan? cellTimeout = null,
        IProgress<CellProgress>? progress = null,
        Action<RunReport>? exiting = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var start = TimeProvider.System.GetTimestamp();
        CompiledNotebook compiled;
        try
        {
            if (parameters is { Count: > 0 })
                Parameters.Inject(notebook, parameters, environment);
            notebook.StripOutputs();
            compiled = CompiledNotebook.CompileAll(notebook, environment with { IsInterruptible = true });
        }
        catch (NotebookCompilationException broken)
        {
            notebook.StripOutputs();
            var shown = new RecordingTarget();
            CellError.Of(broken).ShowOn(shown);
            notebook.Cells[broken.CellIndex].Outputs = shown.Outputs;
            var failure = new CellFailure(broken.CellIndex, broken.CellNumber, broken);
            return Report(notebook.CodeCells().Count(), 0, failure);
        }
        await using var session = new NotebookSession(compiled, new NoChannel());
        AppDomain.CurrentDomain.ProcessExit += Exit;
        try
        {
            await new SessionSteps(session, cellTimeout, progress, KeepOne).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= Exit;
            KeepAll(session);
        }
        return ReportOf(session);

        void KeepOne(CellRun run)
        {
            Keep(run);
            KeepWidgets(session);
        }

        void Exit(object? sender, EventArgs arguments)
        {
            if (session.Runs is [.., { Ended: null } running])
                session.Fail(running, new ProcessExitException(running.Cell.Number));
            KeepAll(session);
            exiting?.Invoke(ReportOf(session));
        }

        RunReport ReportOf(NotebookSession session) => Report(
            compiled.Cells.Count,
            session.Runs.Count(run => !run.EndsTheRun),
            session.Runs.FirstOrDefault(run => run.EndsTheRun) is { } failed ? new CellFailure(failed.Cell.Index, failed.Cell.Number, failed.Error!) : null);

        RunReport Report(int cells, int run, CellFailure? failure) =>
            new(cells, run, TimeProvider.System.GetElapsedTime(start), failure);
    }

    /// <summary>Stores the outputs of all cells again, since tasks that a cell started may have shown something after its end.</summary>
    private static void KeepAll(NotebookSession session)
    {
        foreach (var run in session.Runs)
            Keep(run);
        KeepWidgets(session);
    }

    private static void Keep(CellRun run)
    {
        var cell = run.Cell.Cell;
        cell.Outputs = run.Outputs;
        cell.ExecutionCount = run.Cell.Number;
        cell.Metadata["execution"] = new JsonObject
        {
            ["iopub.execute_input"] = run.Started?.ToString("O"),
            ["shell.execute_reply"] = run.Ended?.ToString("O"),
        };
    }

    private static void KeepWidgets(NotebookSession session)
    {
        if (session.Widgets.Widgets.Count > 0)
            session.Notebook.Notebook.Metadata["widgets"] = new JsonObject { [StateMimeType] = session.Widgets.SaveState() };
    }
}
