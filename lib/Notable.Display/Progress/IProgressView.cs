namespace Notable.Display;

/// <summary>Draws a progress display on one kind of target. Called by one thread at a time.</summary>
internal interface IProgressView
{
    /// <summary>Called when the bar moves. The view may draw it now, later or not at all.</summary>
    void Progress(ProgressState state);

    /// <summary>Called when a row is added, the last one of the state.</summary>
    void Row(ProgressState state);

    /// <summary>Shows the final state, which stays visible.</summary>
    void End(ProgressState state);
}

/// <summary>Chooses the view for a target.</summary>
internal static class ProgressView
{
    /// <summary>
    /// Creates a live view if the running code has a front end with widgets; returns null if it has none. Set by the widget
    /// library, which this library does not reference.
    /// </summary>
    public static Func<IDisplayTarget, TimeProvider, IProgressView?> Live { get; set; } = (_, _) => null;

    public static IProgressView For(IDisplayTarget target, TimeProvider time) =>
        target.IsInteractive ? Live(target, time) ?? new NotebookProgressView(target, time)
        : target is ConsoleTarget { IsTerminal: true } terminal ? new TerminalProgressView(terminal, time)
        : new LogProgressView(target, time);

    /// <summary>
    /// Shows the final state. If the running code was asked to stop, an error of the target is ignored, because the exception that stopped the
    /// code is more informative, such as how far a training got.
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
