using Notable.Display;

namespace Notable.Kernel.Scripting;

/// <summary>How a cell of an <see cref="InteractiveSession"/> ended.</summary>
/// <param name="Value">What its last expression is, to be shown; null where it has none.</param>
/// <param name="Error">What ended it before its end; null where nothing did.</param>
public sealed record CellOutcome(MimeBundle? Value, CellError? Error)
{
    /// <summary>The value itself; null where there is none.</summary>
    internal object? Result { get; init; }
}

/// <summary>What ended a cell, in the words of nbformat's error output.</summary>
/// <param name="Name">The exception's type, or <c>CompilationError</c>.</param>
/// <param name="Message">Its message.</param>
/// <param name="Traceback">Lines for the author: cells and lines, no frame of the host.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback)
{
    internal static CellError Of(Exception thrown, CellSources cells) => thrown is NotebookCompilationException broken
        ? Of(broken)
        : new(thrown.GetType().Name, thrown.Message, CellTraceback.Of(thrown, cells));

    internal static CellError Of(NotebookCompilationException broken) =>
        new("CompilationError", broken.Errors[0].Message, broken.Message.Split('\n'));

    /// <summary>Records it as the end of a cell's outputs.</summary>
    internal void ShowOn(RecordingTarget target) => target.Error(Name, Message, Traceback);
}
