using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notable.Kernel.Scripting;

/// <summary><c>#r</c> and <c>#load</c> below other code, where the compiler refuses them: they are taken out and compiled first.</summary>
internal static class HoistedDirectives
{
    /// <summary>What the <c>#r</c> lines of a text refer to.</summary>
    public static IEnumerable<string> References(SyntaxTree tree) =>
        Directives(tree).OfType<ReferenceDirectiveTriviaSyntax>().Select(directive => directive.File.ValueText);

    /// <summary>The text without directives that stand below code, and those alone; every line keeps its number. Null where there are none.</summary>
    public static (string Code, string Directives)? Split(SyntaxTree tree)
    {
        var first = tree.GetRoot().GetFirstToken(includeZeroWidth: true).SpanStart;
        var late = Directives(tree).Where(directive => directive.SpanStart > first).ToArray();
        if (late.Length == 0)
            return null;
        var text = tree.GetText();
        var code = text.ToString().ToCharArray();
        var directives = new string([.. code.Select(letter => letter == '\n' ? '\n' : ' ')]).ToCharArray();
        foreach (var line in late.Select(directive => text.Lines.GetLineFromPosition(directive.SpanStart).Span))
        {
            code.AsSpan(line.Start, line.Length).CopyTo(directives.AsSpan(line.Start));
            code.AsSpan(line.Start, line.Length).Fill(' ');
        }
        return (new string(code), new string(directives));
    }

    private static IEnumerable<DirectiveTriviaSyntax> Directives(SyntaxTree tree) => tree.GetRoot().DescendantTrivia()
        .Where(trivia => trivia.Kind() is SyntaxKind.ReferenceDirectiveTrivia or SyntaxKind.LoadDirectiveTrivia)
        .Select(trivia => (DirectiveTriviaSyntax)trivia.GetStructure()!);
}
