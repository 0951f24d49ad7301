namespace Notable.Kernel.Scripting;

/// <summary>Thrown when a cell does not compile. The message names the cell, line and column, and shows the line with a squiggle below it.</summary>
public sealed class NotebookCompilationException : Exception
{
    private const int MaxShown = 10;

    internal NotebookCompilationException(int cellIndex, int cellNumber, IReadOnlyList<CellDiagnostic> errors)
        : base(Describe(errors))
    {
        CellIndex = cellIndex;
        CellNumber = cellNumber;
        Errors = errors;
    }

    /// <summary>The index of the cell among all cells of the notebook.</summary>
    public int CellIndex { get; }

    /// <summary>The cell's number among the code cells, from 1, as messages show it.</summary>
    public int CellNumber { get; }

    /// <summary>All errors of this cell. Later cells were not compiled.</summary>
    public IReadOnlyList<CellDiagnostic> Errors { get; }

    private static string Describe(IReadOnlyList<CellDiagnostic> errors)
    {
        var more = errors.Count > MaxShown ? $"\n... and {errors.Count - MaxShown} more" : "";
        return string.Join("\n", errors.Take(MaxShown)) + more;
    }
}
