using Notable.Display;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting;

/// <summary>How a cell of an <see cref="InteractiveSession"/> ended.</summary>
/// <param name="Value">The formatted value of its last expression; null if it has none.</param>
/// <param name="Error">The error that ended it early; null if there was none.</param>
public sealed record CellOutcome(MimeBundle? Value, CellError? Error)
{
    /// <summary>The value itself; null if there is none.</summary>
    internal object? Result { get; init; }
}

/// <summary>The error that ended a cell, with the fields of nbformat's error output.</summary>
/// <param name="Name">The exception's type, or <c>CompilationError</c>.</param>
/// <param name="Message">Its message.</param>
/// <param name="Traceback">The traceback in terms of cells and lines, without frames of the host.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback)
{
    internal static CellError Of(Exception thrown, CellSources cells) => thrown is NotebookCompilationException broken
        ? Of(broken)
        : new(thrown.GetType().Name, thrown.Message, CellTraceback.Of(thrown, cells));

    internal static CellError Of(NotebookCompilationException broken) =>
        new("CompilationError", broken.Errors[0].Message, broken.Message.Split('\n'));

    /// <summary>Appends it to a cell's outputs.</summary>
    internal void ShowOn(RecordingTarget target) => target.Error(Name, Message, Traceback);
}
