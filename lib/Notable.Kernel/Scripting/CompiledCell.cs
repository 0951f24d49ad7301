using Notable.Kernel.Notebooks;

namespace Notable.Kernel.Scripting;

/// <summary>A code cell, compiled once for all who run it.</summary>
public sealed class CompiledCell
{
    internal CompiledCell(int index, int number, NotebookCell cell, IReadOnlyList<CellPart> parts)
    {
        Index = index;
        Number = number;
        Cell = cell;
        Parts = parts;
    }

    /// <summary>The cell's place among all cells of <see cref="CompiledNotebook.Notebook"/>, from 0.</summary>
    public int Index { get; }

    /// <summary>The cell's number among the code cells, from 1: what messages call it.</summary>
    public int Number { get; }

    /// <summary>Its pieces, in the order in which they run.</summary>
    internal IReadOnlyList<CellPart> Parts { get; }

    /// <summary>The cell itself.</summary>
    public NotebookCell Cell { get; }

    /// <summary>How errors name the cell, as <c>cell 3</c>; also the file name that the compiler knows it by.</summary>
    internal string Place => PlaceOf(Number);

    internal static string PlaceOf(int number) => $"cell {number}";

    /// <summary>
    /// Runs the cell after what the cells before it have left; whatever its code throws comes out, and the session keeps what
    /// was declared until then.
    /// </summary>
    internal async Task RunAsync(SessionState session)
    {
        session.Value = null;
        foreach (var part in Parts)
            await part.RunAsync(session).ConfigureAwait(false);
    }
}
