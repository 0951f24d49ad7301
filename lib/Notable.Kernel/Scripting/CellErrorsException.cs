namespace Notable.Kernel.Scripting;

/// <summary>A piece of a cell has errors.</summary>
internal sealed class CellErrorsException(IReadOnlyList<CellDiagnostic> errors) : Exception(string.Join('\n', errors))
{
    public IReadOnlyList<CellDiagnostic> Errors { get; } = errors;
}
