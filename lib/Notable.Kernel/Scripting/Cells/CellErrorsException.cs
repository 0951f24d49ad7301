namespace Notable.Kernel.Scripting.Cells;

/// <summary>Thrown when a piece of a cell does not compile.</summary>
internal sealed class CellErrorsException(IReadOnlyList<CellDiagnostic> errors) : Exception(string.Join('\n', errors))
{
    public IReadOnlyList<CellDiagnostic> Errors { get; } = errors;
}
