using System.Text.Json.Nodes;
using Notable.Display;
using Notable.Kernel.Notebooks;
using Notable.Widgets;

namespace Notable.Kernel.Scripting;

/// <summary>Runs a notebook from its first cell to its last with nobody watching, and keeps in it what the cells show.</summary>
public static class NotebookRunner
{
    private const string StateMimeType = "application/vnd.jupyter.widget-state+json";

    /// <summary>
    /// Runs all code cells. Outputs, execution counts, times (<c>metadata.execution</c>) and the widgets' states are stored
    /// in the notebook itself; those of an earlier run are removed first. All cells are compiled before the first runs: a
    /// slip in the last one is found at once and not after an hour of training. The first failing cell ends the run; its
    /// error is kept as its output.
    /// </summary>
    /// <param name="notebook">The notebook; changed.</param>
    /// <param name="environment">What every cell sees.</param>
    /// <param name="parameters">Values for the variables of the cell tagged <c>parameters</c>.</param>
    /// <param name="cellTimeout">
    /// How long one cell may take; null for any time. A cell that takes longer is stopped, as by a person who interrupts it.
    /// </param>
    /// <param name="progress">
    /// Told, on the thread that runs the cells, of each cell before it starts and after it has ended. The notebook then holds
    /// what the cell has shown, and may be saved.
    /// </param>
    /// <param name="exiting">
    /// Called where a cell ends the process (<c>Environment.Exit</c>), before it ends, with the failed run: the last occasion to save
    /// the notebook and to set <see cref="Environment.ExitCode"/>.
    /// </param>
    /// <param name="cancellationToken">Stops the running cell.</param>
    /// <returns>How it ended; a failing cell is no exception.</returns>
    /// <exception cref="ParameterException">
    /// A parameter is unknown or its value is of another type; nothing was run or changed.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was shown until then is in the notebook.</exception>
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
            return Report(CompiledNotebook.CodeCells(notebook).Count(), 0, failure);
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

    /// <summary>Once more for all cells: tasks that a cell started may have shown something after its end.</summary>
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
