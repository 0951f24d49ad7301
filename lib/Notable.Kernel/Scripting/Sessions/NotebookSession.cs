using Notable.Display;
using Notable.Kernel.Interrupting;
using Notable.Kernel.Scripting.Cells;
using Notable.Kernel.Scripting.Kernels;
using Notable.Kernel.Scripting.Sessions;
using Notable.Widgets;

namespace Notable.Kernel.Scripting;

/// <summary>
/// A run of a compiled notebook for one visitor, with its own variables, widgets, outputs and console text. Sessions of a
/// notebook may run at the same time; within a session, cells and messages must come one at a time.
/// </summary>
public sealed class NotebookSession : IAsyncDisposable
{
    private readonly IDisplayTarget handlerTarget;
    private readonly TimeProvider time;
    private readonly List<CellRun> runs = [];
    private SessionState state;
    private InterruptRequest? running;

    /// <summary>Creates a session in which no cell has run.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="channel">Sends the widgets' messages to this visitor's front end.</param>
    /// <param name="handlerTarget">
    /// Receives what widget handlers print and display outside any <see cref="Output"/>, which is meant for the author, not for the
    /// visitor. The process's console by default.
    /// </param>
    /// <param name="time">The clock; the system clock by default.</param>
    public NotebookSession(
        CompiledNotebook notebook, ICommChannel channel, IDisplayTarget? handlerTarget = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        Notebook = notebook;
        Widgets = new WidgetManager(channel);
        this.handlerTarget = handlerTarget ?? ConsoleTarget.Standard;
        this.time = time ?? TimeProvider.System;
        // Precompiled cells use no kernels, and .NET Interactive may not even be installed.
        var besideKernels = notebook.PrecompiledParts == 0;
        state = besideKernels ? new SessionState() : new SessionState { Submissions = new object?[notebook.PrecompiledParts + 1] };
        ConsoleRouter.Install(besideKernels);
        HostDisplays.Install(besideKernels);
    }

    /// <summary>
    /// Raised for an unhandled exception in a thread, timer or <c>async void</c> method that was started by a handler or by a cell
    /// that has ended. While the cell still runs, the exception is its <see cref="CellRun.Error"/> instead. Raised on the thread
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
    /// Runs the cells that have not run yet, up to the first that fails; its <see cref="CellRun.Error"/> says why. Await the
    /// result before the next call.
    /// </summary>
    /// <param name="cancellationToken">Checked between cells; does not stop a running cell.</param>
    /// <exception cref="OperationCanceledException">Canceled before the last cell.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using var interrupt = Begin();
        while (runs.Count < Notebook.Cells.Count && runs is not [.., { EndsTheRun: true }])
        {
            cancellationToken.ThrowIfCancellationRequested();
            await StepAsync(Next()).ConfigureAwait(false);
        }
    }

    /// <summary>Runs the next cell, for a host that shows each cell's outputs as soon as it has run. Await the result before the next call.</summary>
    /// <returns>The run, whose <see cref="CellRun.Error"/> says whether it failed; null after the last cell and after a failed cell.</returns>
    public async Task<CellRun?> RunNextAsync()
    {
        if (runs.Count >= Notebook.Cells.Count || runs is [.., { EndsTheRun: true }])
            return null;
        using var interrupt = Begin();
        var run = Next();
        await StepAsync(run).ConfigureAwait(false);
        return run;
    }

    /// <summary>Handles a message from the visitor's front end, with this session's widgets and outputs current.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the wait for earlier messages.</param>
    /// <exception cref="WidgetHandlerException">A handler of the notebook threw; the session can still be used.</exception>
    /// <exception cref="OperationCanceledException">Canceled while waiting for earlier messages.</exception>
    public async Task ReceiveAsync(CommMessage message, CancellationToken cancellationToken = default)
    {
        using (Begin())
        using (WidgetManager.Use(Widgets))
        using (DisplayTarget.Use(handlerTarget))
        using (UseKernels(handlerTarget))
        using (BackgroundErrors.Use(new Background(this, null)))
            await Widgets.ReceiveAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops the running cell or handler at its next checkpoint. Thread-safe.</summary>
    public void Interrupt() => Volatile.Read(ref running)?.Stop();

    /// <summary>Closes the widgets and drops the variables. Their values are left to the garbage collector.</summary>
    public ValueTask DisposeAsync()
    {
        Widgets.CloseAll();
        state.Dispose();
        state = new SessionState();
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes the kernels' context current for notebooks that use it; returns null for all others.</summary>
    private IDisposable? UseKernels(IDisplayTarget target) => Notebook.UsesKernels ? HostContext.Use(state, target) : null;

    /// <summary>Starts what <see cref="Interrupt"/> can stop.</summary>
    private InterruptRequest Begin()
    {
        var interrupt = new InterruptRequest();
        interrupt.Use();
        Volatile.Write(ref running, interrupt);
        return interrupt;
    }

    /// <summary>Adds the run of the next cell, not yet started.</summary>
    internal CellRun Next()
    {
        var run = new CellRun(Notebook.Cells[runs.Count]);
        runs.Add(run);
        return run;
    }

    /// <summary>Runs a cell and records its outputs and error. Does not throw the cell's exceptions.</summary>
    /// <param name="run">The run.</param>
    /// <param name="explain">Replaces an exception of the cell by one that explains it better.</param>
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
            // Formatting the value runs code of the notebook too.
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

    /// <summary>Receives the unhandled exceptions of a cell, or of handlers if <paramref name="run"/> is null.</summary>
    private sealed class Background(NotebookSession session, CellRun? run) : BackgroundErrors.IReceiver
    {
        public void Unhandled(Exception error)
        {
            if (run is not null)
            {
                run.Error ??= error;
                session.Show(run, error);
            }
            // Checked after the error is set: if the cell ends in between, the error is reported twice rather than not at all.
            if (run is not { Ended: null })
                session.BackgroundFailed?.Invoke(error);
        }

        public void Unobserved(Exception error) =>
            new BackgroundErrorText(run?.Target ?? session.handlerTarget, session.Notebook.Sources).Unobserved(error);
    }
}
