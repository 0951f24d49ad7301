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
    public static IProgressView For(IDisplayTarget target, TimeProvider time) =>
        target.IsInteractive ? new NotebookProgressView(target, time)
        : target is ConsoleTarget { IsTerminal: true } terminal ? new TerminalProgressView(terminal, time)
        : new LogProgressView(target, time);
}
