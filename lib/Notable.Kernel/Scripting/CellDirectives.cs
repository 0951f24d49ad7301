using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notable.Kernel.Scripting;

/// <summary>
/// Finds the directives of other C# notebooks that this kernel does not know. The compiler would take a first line
/// <c>#!time</c> for a shebang and pass over it in silence.
/// </summary>
internal static class CellDirectives
{
    public static IReadOnlyList<CellDiagnostic> Check(SyntaxTree cell)
    {
        var lines = cell.GetText().Lines;
        return
        [
            .. from trivia in cell.GetRoot().DescendantTrivia()
               let line = lines.GetLineFromPosition(trivia.SpanStart)
               let text = line.ToString().TrimEnd()
               let reason = Reason(trivia, text.Trim())
               where reason is not null
               let column = trivia.SpanStart - line.Start
               select new CellDiagnostic(
                   "", reason, cell.FilePath, line.LineNumber + 1, column + 1, text.Length - column, text),
        ];
    }

    private static string? Reason(SyntaxTrivia trivia, string line) => trivia.Kind() switch
    {
        SyntaxKind.ShebangDirectiveTrivia or SyntaxKind.BadDirectiveTrivia when line.StartsWith("#!", StringComparison.Ordinal) =>
            $"The magic command {line.Split(' ')[0]} is not known here. Remove the line.",
        SyntaxKind.ReferenceDirectiveTrivia when trivia.GetStructure() is ReferenceDirectiveTriviaSyntax reference
            && reference.File.ValueText.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) =>
            "Packages cannot be referenced from a cell here. Reference an assembly by its path: #r \"folder/Library.dll\".",
        _ => null,
    };
}
