namespace Notable.Kernel.Scripting;

/// <summary>Reports that a cell starts (<see cref="CellRun.Ended"/> is null) or has ended.</summary>
/// <param name="Run">The cell's run; listen to <see cref="CellRun.Target"/> to get its outputs as they appear.</param>
/// <param name="CellCount">The number of code cells.</param>
public sealed record CellProgress(CellRun Run, int CellCount);
