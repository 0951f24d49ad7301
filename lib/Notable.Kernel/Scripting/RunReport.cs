namespace Notable.Kernel.Scripting;

/// <summary>How the headless run of a notebook ended.</summary>
/// <param name="CellCount">How many code cells the notebook has.</param>
/// <param name="CellsRun">How many of them ran to their end.</param>
/// <param name="Duration">How long it all took, compilation included.</param>
/// <param name="Failure">The cell that failed; null where all ran.</param>
public sealed record RunReport(int CellCount, int CellsRun, TimeSpan Duration, CellFailure? Failure)
{
    /// <summary>Whether all cells ran to their end.</summary>
    public bool Succeeded => Failure is null;
}

/// <summary>The cell that ended a run.</summary>
/// <param name="CellIndex">The cell's place among all cells of the notebook, from 0.</param>
/// <param name="CellNumber">The cell's number among the code cells, from 1.</param>
/// <param name="Error">What it threw, or why it does not compile, or that it took too long.</param>
public sealed record CellFailure(int CellIndex, int CellNumber, Exception Error);
