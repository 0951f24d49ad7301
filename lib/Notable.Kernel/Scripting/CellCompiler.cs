using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Notable.Kernel.Notebooks;

namespace Notable.Kernel.Scripting;

/// <summary>Compiles cells one after another, each seeing what those before it declare.</summary>
internal sealed class CellCompiler
{
    private static readonly CSharpParseOptions parse = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);
    private readonly ScriptOptions options;
    private Script<object>? last;

    public CellCompiler(ScriptEnvironment environment)
    {
        var folder = environment.WorkingDirectory is { } given ? Path.GetFullPath(given) : Directory.GetCurrentDirectory();
        options = ScriptOptions.Default
            .AddReferences(environment.References)
            .AddImports(environment.Imports)
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
            // Debug information is what maps a runtime error back to the cell's line.
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8);
    }

    /// <summary>The cells compiled so far.</summary>
    public CellSources Sources { get; } = new();

    /// <exception cref="NotebookCompilationException">The cell has errors.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public CompiledCell Compile(NotebookCell cell, int index, int number, CancellationToken cancellationToken = default)
    {
        var place = CompiledCell.PlaceOf(number);
        Sources.Add(place, cell.Source);
        var unknown = CellDirectives.Check(CSharpSyntaxTree.ParseText(cell.Source, parse, place));
        if (unknown.Count > 0)
            throw new NotebookCompilationException(index, number, unknown);
        var own = options.WithFilePath(place);
        var script = last is null ? CSharpScript.Create<object>(cell.Source, own) : last.ContinueWith<object>(cell.Source, own);
        var errors = script.Compile(cancellationToken).Where(one => one.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.Length > 0)
            throw new NotebookCompilationException(index, number, [.. errors.Select(error => Describe(error, place))]);
        last = script;
        return new CompiledCell(index, number, cell, script);
    }

    private CellDiagnostic Describe(Diagnostic error, string place)
    {
        var span = error.Location.GetMappedLineSpan();
        var path = span.IsValid && span.Path.Length > 0 ? span.Path : place;
        var (start, end) = (span.StartLinePosition, span.EndLinePosition);
        var line = error.Location.SourceTree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString()
            ?? Sources.Line(place, 1);
        var length = end.Line == start.Line ? end.Character - start.Character : line.Length - start.Character;
        return new CellDiagnostic(
            error.Id, error.GetMessage(), path, start.Line + 1, start.Character + 1, Math.Max(1, length), line);
    }
}
