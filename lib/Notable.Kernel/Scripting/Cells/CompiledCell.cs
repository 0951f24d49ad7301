using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting;

/// <summary>A code cell, compiled once for all sessions.</summary>
public sealed class CompiledCell
{
    internal CompiledCell(int index, int number, NotebookCell cell, IReadOnlyList<CellPart> parts)
    {
        Index = index;
        Number = number;
        Cell = cell;
        Parts = parts;
    }

    /// <summary>The index of the cell among all cells of <see cref="CompiledNotebook.Notebook"/>, from 0.</summary>
    public int Index { get; }

    /// <summary>The cell's number among the code cells, from 1, as messages show it.</summary>
    public int Number { get; }

    /// <summary>Its pieces, in the order in which they run.</summary>
    internal IReadOnlyList<CellPart> Parts { get; }

    /// <summary>The cell itself.</summary>
    public NotebookCell Cell { get; }

    /// <summary>The name that errors use for the cell, such as <c>cell 3</c>; also its file name for the compiler.</summary>
    internal string Place => PlaceOf(Number);

    internal static string PlaceOf(int number) => $"cell {number}";

    /// <summary>
    /// Runs the cell on the session's state. Exceptions of its code propagate, and the session keeps what was declared
    /// before them.
    /// </summary>
    internal async Task RunAsync(SessionState session)
    {
        session.Value = null;
        foreach (var part in Parts)
            await part.RunAsync(session).ConfigureAwait(false);
    }
}
