using System.Text.Json.Nodes;
using Notable.Display;

namespace Notable.Kernel.Scripting;

/// <summary>The run of a cell in a session: its outputs and how it ended.</summary>
public sealed class CellRun
{
    internal CellRun(CompiledCell cell) => Cell = cell;

    /// <summary>The cell.</summary>
    public CompiledCell Cell { get; }

    /// <summary>Receives what the cell shows, even after it has ended, since tasks that it started may continue.</summary>
    public RecordingTarget Target { get; } = new();

    /// <summary>A copy of what the cell has shown so far, as nbformat outputs.</summary>
    public JsonArray Outputs => Target.Outputs;

    /// <summary>The error that ended the cell early; null if there was none. It is in <see cref="Outputs"/> too.</summary>
    public Exception? Error { get; internal set; }

    /// <summary>
    /// Whether the cell failed, so that no further cell runs. The run continues after a failed cell that is tagged <c>raises-exception</c>.
    /// </summary>
    public bool EndsTheRun => Error is not null && !Cell.Cell.MayFail;

    /// <summary>When the cell started; null if it has not.</summary>
    public DateTimeOffset? Started { get; internal set; }

    /// <summary>When the cell ended; null if it has not.</summary>
    public DateTimeOffset? Ended { get; internal set; }
}
