namespace Notable.Kernel.Scripting;

/// <summary>
/// A cell does not compile. The message names cell, line and column, and shows the line with a squiggle below it.
/// </summary>
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

    /// <summary>The cell's place among all cells of the notebook, from 0.</summary>
    public int CellIndex { get; }

    /// <summary>The cell's number among the code cells, from 1: what messages call it.</summary>
    public int CellNumber { get; }

    /// <summary>All errors of this cell; cells after it were not looked at.</summary>
    public IReadOnlyList<CellDiagnostic> Errors { get; }

    private static string Describe(IReadOnlyList<CellDiagnostic> errors)
    {
        var more = errors.Count > MaxShown ? $"\n... and {errors.Count - MaxShown} more" : "";
        return string.Join("\n", errors.Take(MaxShown)) + more;
    }
}
