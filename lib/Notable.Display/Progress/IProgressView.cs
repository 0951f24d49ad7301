namespace Notable.Display;

/// <summary>Draws a progress display on one kind of target. Called by one thread at a time.</summary>
internal interface IProgressView
{
    /// <summary>The bar moved: draw it now, later or never, as the target bears.</summary>
    void Progress(ProgressState state);

    /// <summary>A row was added: the last of the state.</summary>
    void Row(ProgressState state);

    /// <summary>The last state, to be left standing.</summary>
    void End(ProgressState state);
}

/// <summary>Finds the view that suits a target.</summary>
internal static class ProgressView
{
    /// <summary>
    /// Makes a view whose parts change by themselves where the running code has a front end that can show such; null where it
    /// has none. Set by the library of widgets, which this one does not know.
    /// </summary>
    public static Func<IDisplayTarget, TimeProvider, IProgressView?> Live { get; set; } = (_, _) => null;

    public static IProgressView For(IDisplayTarget target, TimeProvider time) =>
        target.IsInteractive ? Live(target, time) ?? new NotebookProgressView(target, time)
        : target is ConsoleTarget { IsTerminal: true } terminal ? new TerminalProgressView(terminal, time)
        : new LogProgressView(target, time);

    /// <summary>
    /// Shows the final state. If the running code was asked to stop, a target that takes nothing more is no error: the exception that
    /// stopped the code says more, such as how far a training got.
    /// </summary>
    public static void End(IProgressView view, ProgressState state)
    {
        try
        {
            view.End(state);
        }
        catch (OperationCanceledException) when (RunningCode.Stop.IsCancellationRequested)
        {
        }
    }
}
