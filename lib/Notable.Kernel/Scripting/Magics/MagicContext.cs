namespace Notable.Kernel.Scripting.Magics;

/// <summary>Where a magic command stands.</summary>
/// <param name="Compiler">Compiles the cell.</param>
/// <param name="Place">What errors call the cell.</param>
/// <param name="CancellationToken">Stops compiling.</param>
internal sealed record MagicContext(CellCompiler Compiler, string Place, CancellationToken CancellationToken)
{
    /// <summary>The command cannot do what it should.</summary>
    public CellErrorsException Fail(CellSection section, string reason)
    {
        var line = Compiler.Sources.Line(Place, section.Line).TrimEnd();
        return new CellErrorsException([new CellDiagnostic("", reason, Place, section.Line, 1, line.Length, line)]);
    }
}
