using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notable.Kernel.Scripting.Cells;
using Notable.Kernel.Scripting.Compiling;

namespace Notable.Kernel.Language;

/// <summary>Whether a cell is complete or still being written.</summary>
/// <param name="Status"><c>complete</c>, <c>incomplete</c> or <c>invalid</c>.</param>
/// <param name="Indent">The indentation of the next line, if it is incomplete.</param>
internal sealed record Completeness(string Status, string Indent)
{
    public static Completeness Of(string code)
    {
        if (HelpQuestion.Of(code) is not null)
            return new Completeness("complete", "");
        var masked = MagicCompletion.Mask(code);
        var tree = ScriptSyntax.Parse(masked, "");
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return new Completeness("incomplete", Indentation(masked));
        var isWrong = tree.GetDiagnostics().Any(one => one.Severity == DiagnosticSeverity.Error) || CellDirectives.Check(tree).Count > 0;
        return new Completeness(isWrong ? "invalid" : "complete", "");
    }

    private static string Indentation(string code)
    {
        var last = code.TrimEnd('\n').Split('\n')[^1];
        var indent = last[..(last.Length - last.TrimStart().Length)];
        return last.TrimEnd().EndsWith('{') ? indent + "    " : indent;
    }
}
