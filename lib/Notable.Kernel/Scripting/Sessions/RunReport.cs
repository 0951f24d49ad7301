namespace Notable.Kernel.Scripting;

/// <summary>The result of running a notebook without a front end.</summary>
/// <param name="CellCount">The number of code cells.</param>
/// <param name="CellsRun">The number of cells that ran to the end.</param>
/// <param name="Duration">The total time, including compilation.</param>
/// <param name="Failure">The cell that failed; null if all ran.</param>
public sealed record RunReport(int CellCount, int CellsRun, TimeSpan Duration, CellFailure? Failure)
{
    /// <summary>Whether all cells ran to the end.</summary>
    public bool Succeeded => Failure is null;
}

/// <summary>The cell that ended a run.</summary>
/// <param name="CellIndex">The index of the cell among all cells of the notebook.</param>
/// <param name="CellNumber">The cell's number among the code cells, from 1.</param>
/// <param name="Error">The exception that it threw, its compilation errors, or its timeout.</param>
public sealed record CellFailure(int CellIndex, int CellNumber, Exception Error);
