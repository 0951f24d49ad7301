namespace Notable.Kernel.Scripting;

/// <summary>A cell starts (<see cref="CellRun.Ended"/> is null) or has ended.</summary>
/// <param name="Run">The cell's run; follow <see cref="CellRun.Target"/> to see its outputs as they come.</param>
/// <param name="CellCount">How many code cells there are in all.</param>
public sealed record CellProgress(CellRun Run, int CellCount);
