using System.Text.Json.Nodes;
using Notable.Display;

namespace Notable.Kernel.Scripting;

/// <summary>One cell in one session: what it showed, and how it ended.</summary>
public sealed class CellRun
{
    internal CellRun(CompiledCell cell) => Cell = cell;

    /// <summary>The cell.</summary>
    public CompiledCell Cell { get; }

    /// <summary>Takes what the cell shows, also after it has ended: tasks that it started may go on.</summary>
    public RecordingTarget Target { get; } = new();

    /// <summary>A copy of what the cell has shown so far, as nbformat outputs.</summary>
    public JsonArray Outputs => Target.Outputs;

    /// <summary>What ended the cell before its end; null where nothing did. It is among <see cref="Outputs"/> as well.</summary>
    public Exception? Error { get; internal set; }

    /// <summary>Whether the cell failed and was not expected to: no further cell runs. A cell tagged <c>raises-exception</c> may fail.</summary>
    public bool EndsTheRun => Error is not null && !CompiledNotebook.MayFail(Cell.Cell);

    /// <summary>When the cell started; null where it has not.</summary>
    public DateTimeOffset? Started { get; internal set; }

    /// <summary>When the cell ended; null where it has not.</summary>
    public DateTimeOffset? Ended { get; internal set; }
}
