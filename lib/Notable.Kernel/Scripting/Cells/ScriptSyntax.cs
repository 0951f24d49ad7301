using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notable.Kernel.Scripting.Cells;

/// <summary>Parses cells as C# scripts.</summary>
internal static class ScriptSyntax
{
    private static readonly CSharpParseOptions options = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>Returns the syntax tree of a text.</summary>
    /// <param name="code">The text.</param>
    /// <param name="place">The name that errors use for it, such as <c>cell 3</c>.</param>
    public static SyntaxTree Parse(string code, string place) => CSharpSyntaxTree.ParseText(code, options, place);
}
