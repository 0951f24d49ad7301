using Notable.Display;
using Notable.Kernel.Interrupting;
using Notable.Kernel.Polyglot;
using Notable.Widgets;

namespace Notable.Kernel.Scripting;

/// <summary>
/// One visitor's run of a compiled notebook: variables, widgets, outputs and console text of its own. Sessions of one
/// notebook may run at the same time; within a session cells and messages come one at a time.
/// </summary>
public sealed class NotebookSession : IAsyncDisposable
{
    private readonly IDisplayTarget handlerTarget;
    private readonly TimeProvider time;
    private readonly List<CellRun> runs = [];
    private SessionState state;
    private Interruption? running;

    /// <summary>A session in which no cell has run yet.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="channel">Takes the widgets' messages for this visitor's front end.</param>
    /// <param name="handlerTarget">
    /// Takes what handlers of widgets print and display outside any <see cref="Output"/>: for the author, not for the
    /// visitor. The process's console by default.
    /// </param>
    /// <param name="time">The clock; the system's by default.</param>
    public NotebookSession(
        CompiledNotebook notebook, ICommChannel channel, IDisplayTarget? handlerTarget = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        Notebook = notebook;
        Widgets = new WidgetManager(channel);
        this.handlerTarget = handlerTarget ?? ConsoleTarget.Standard;
        this.time = time ?? TimeProvider.System;
        // Cells that were compiled ahead use no kernels: .NET Interactive, which would have to be kept from the console, may not even be there.
        var besideKernels = notebook.PrecompiledParts == 0;
        state = besideKernels ? new SessionState() : new SessionState { Submissions = new object?[notebook.PrecompiledParts + 1] };
        ConsoleRouter.Install(besideKernels);
        HostDisplays.Install(besideKernels);
    }

    /// <summary>
    /// Raised for an exception that nothing catches, thrown by a thread, timer or <c>async void</c> method that a handler, or a cell
    /// that has ended, started. While the cell still runs, the exception is its <see cref="CellRun.Error"/>. Raised on the thread
    /// that threw.
    /// </summary>
    public event Action<Exception>? BackgroundFailed;

    /// <summary>The notebook.</summary>
    public CompiledNotebook Notebook { get; }

    /// <summary>The visitor's widgets.</summary>
    public WidgetManager Widgets { get; }

    /// <summary>The cells that have run or are running, in order.</summary>
    public IReadOnlyList<CellRun> Runs => runs;

    /// <summary>
    /// Runs the cells that have not run yet, up to the first that fails: its <see cref="CellRun.Error"/> says why. To be
    /// awaited before it is called again.
    /// </summary>
    /// <param name="cancellationToken">Looked at between cells: a cell that runs is not stopped by it.</param>
    /// <exception cref="OperationCanceledException">Cancelled before the last cell.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using var interruption = Begin();
        while (runs.Count < Notebook.Cells.Count && runs is not [.., { EndsTheRun: true }])
        {
            cancellationToken.ThrowIfCancellationRequested();
            await StepAsync(Next()).ConfigureAwait(false);
        }
    }

    /// <summary>Runs the next cell, for a host that shows each cell's outputs as soon as they are there. To be awaited before it is called again.</summary>
    /// <returns>The run, whose <see cref="CellRun.Error"/> says whether it failed; null after the last cell and after one that failed.</returns>
    public async Task<CellRun?> RunNextAsync()
    {
        if (runs.Count >= Notebook.Cells.Count || runs is [.., { EndsTheRun: true }])
            return null;
        using var interruption = Begin();
        var run = Next();
        await StepAsync(run).ConfigureAwait(false);
        return run;
    }

    /// <summary>Handles one message of the visitor's front end, with this session's widgets and outputs current.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait for the messages before it.</param>
    /// <exception cref="WidgetHandlerException">A handler of the notebook threw; the session stays usable.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before its turn came.</exception>
    public async Task ReceiveAsync(CommMessage message, CancellationToken cancellationToken = default)
    {
        using (Begin())
        using (WidgetManager.Use(Widgets))
        using (DisplayTarget.Use(handlerTarget))
        using (UseKernels(handlerTarget))
        using (BackgroundErrors.Use(new Background(this, null)))
            await Widgets.ReceiveAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops the cell or handler that runs, at its next checkpoint; from any thread.</summary>
    public void Interrupt() => Volatile.Read(ref running)?.Stop();

    /// <summary>Closes the widgets and lets go of the variables. What they hold is left to the garbage collector.</summary>
    public ValueTask DisposeAsync()
    {
        Widgets.CloseAll();
        state.Dispose();
        state = new SessionState();
        return ValueTask.CompletedTask;
    }

    /// <summary>The context of kernels, for notebooks that ask for it; null for all others.</summary>
    private IDisposable? UseKernels(IDisplayTarget target) => Notebook.UsesKernels ? HostContext.Use(state, target) : null;

    /// <summary>What <see cref="Interrupt"/> stops from now on.</summary>
    private Interruption Begin()
    {
        var interruption = new Interruption();
        interruption.Use();
        Volatile.Write(ref running, interruption);
        return interruption;
    }

    /// <summary>The run of the next cell, not yet started.</summary>
    internal CellRun Next()
    {
        var run = new CellRun(Notebook.Cells[runs.Count]);
        runs.Add(run);
        return run;
    }

    /// <summary>Runs a cell and records what comes of it; never throws what the cell throws.</summary>
    /// <param name="run">The run.</param>
    /// <param name="explain">Another word for what the cell throws, where there is a better one.</param>
    internal async Task StepAsync(CellRun run, Func<Exception, Exception>? explain = null)
    {
        run.Started = time.GetUtcNow();
        using (WidgetManager.Use(Widgets))
        using (DisplayTarget.Use(run.Target))
        using (UseKernels(run.Target))
        using (BackgroundErrors.Use(new Background(this, run)))
            await RunAsync(run, explain).ConfigureAwait(false);
        run.Ended = time.GetUtcNow();
    }

    private async Task RunAsync(CellRun run, Func<Exception, Exception>? explain)
    {
        try
        {
            await run.Cell.RunAsync(state).ConfigureAwait(false);
            if (state.Value is { } value)
                run.Target.Result(MimeBundle.Of(value), run.Cell.Number);
        }
        catch (Exception thrown)
        {
            // Showing the value runs code of the notebook too.
            Fail(run, explain?.Invoke(thrown) ?? thrown);
        }
    }

    /// <summary>Ends a run with an error.</summary>
    internal void Fail(CellRun run, Exception error)
    {
        run.Error = error;
        run.Ended = time.GetUtcNow();
        Show(run, error);
    }

    private void Show(CellRun run, Exception error) => CellError.Of(error, Notebook.Sources).ShowOn(run.Target);

    /// <summary>Takes the unhandled exceptions of a cell, or of handlers where <paramref name="run"/> is null.</summary>
    private sealed class Background(NotebookSession session, CellRun? run) : BackgroundErrors.IReceiver
    {
        public void Unhandled(Exception error)
        {
            if (run is not null)
            {
                run.Error ??= error;
                session.Show(run, error);
            }
            // Looked at after the error is set: if the cell ends meanwhile, the error is reported twice rather than not at all.
            if (run is not { Ended: null })
                session.BackgroundFailed?.Invoke(error);
        }

        public void Unobserved(Exception error) =>
            new BackgroundErrorText(run?.Target ?? session.handlerTarget, session.Notebook.Sources).Unobserved(error);
    }
}
