using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notable.Kernel.Scripting.Magics;

namespace Notable.Kernel.Scripting.Compiling;

/// <summary>
/// Finds magic commands that this kernel does not know. The compiler would take <c>#!some</c> on the first line for a shebang and
/// ignore it.
/// </summary>
internal static class CellDirectives
{
    public static IReadOnlyList<CellDiagnostic> Check(SyntaxTree cell)
    {
        var lines = cell.GetText().Lines;
        return
        [
            .. from trivia in cell.GetRoot().DescendantTrivia()
               where trivia.Kind() is SyntaxKind.ShebangDirectiveTrivia or SyntaxKind.BadDirectiveTrivia
               let line = lines.GetLineFromPosition(trivia.SpanStart)
               let text = line.ToString().TrimEnd()
               let word = text.Trim().Split(' ')[0]
               where word.StartsWith("#!", StringComparison.Ordinal)
               let column = trivia.SpanStart - line.Start
               select new CellDiagnostic("", Reason(word), cell.FilePath, line.LineNumber + 1, column + 1, text.Length - column, text),
        ];
    }

    /// <summary>Returns an error at the first package that a cell refers to.</summary>
    public static CellDiagnostic AtPackage(SyntaxTree cell, string message)
    {
        var lines = cell.GetText().Lines;
        var line = lines.FirstOrDefault(one => one.ToString().TrimStart() is var text && text.StartsWith("#r", StringComparison.Ordinal) && text.Contains("nuget:", StringComparison.OrdinalIgnoreCase), lines[0]);
        var text = line.ToString().TrimEnd();
        return new CellDiagnostic("", message, cell.FilePath, line.LineNumber + 1, 1, Math.Max(1, text.Length), text);
    }

    /// <summary>Returns an error at a directive.</summary>
    public static CellDiagnostic At(SyntaxNode directive, string message)
    {
        var line = directive.SyntaxTree.GetText().Lines.GetLineFromPosition(directive.SpanStart);
        var column = directive.SpanStart - line.Start;
        var text = line.ToString().TrimEnd();
        return new CellDiagnostic("", message, directive.SyntaxTree.FilePath, line.LineNumber + 1, column + 1, Math.Max(1, text.Length - column), text);
    }

    private static string Reason(string word) => Magic.Find(word) is null
        ? $"The magic command {word} is unknown. #!lsmagic lists the known ones."
        : $"The magic command {word} must stand at the start of its line.";
}
