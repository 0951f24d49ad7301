using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Magics;

/// <summary>The context of a magic command.</summary>
/// <param name="Compiler">Compiles the cell.</param>
/// <param name="Place">The name that errors use for the cell.</param>
/// <param name="CancellationToken">Cancels the compilation.</param>
internal sealed record MagicContext(ICellCompiler Compiler, string Place, CancellationToken CancellationToken)
{
    /// <summary>Returns the exception to throw if the command fails.</summary>
    public CellErrorsException Fail(CellSection section, string reason)
    {
        var line = Compiler.Sources.Line(Place, section.Line).TrimEnd();
        return new CellErrorsException([new CellDiagnostic("", reason, Place, section.Line, 1, line.Length, line)]);
    }
}
