namespace Notable.Kernel.Scripting;

/// <summary>Thrown when a cell ends the process that runs its notebook.</summary>
/// <param name="cell">The cell's number.</param>
public sealed class ProcessExitException(int cell) : Exception(
    $"Cell {cell} ended the process (Environment.Exit), so no cell ran after it. To leave a cell early, use return; to fail, throw an exception.");
