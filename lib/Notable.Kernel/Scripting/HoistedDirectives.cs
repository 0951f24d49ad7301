using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notable.Kernel.Scripting;

/// <summary>
/// <c>#r</c> and <c>#load</c>. The compiler takes them above all other code only, and people write them where they need them: they are
/// taken out of a text, whose lines keep their numbers, and come first.
/// </summary>
internal static class HoistedDirectives
{
    /// <summary>What the <c>#r</c> lines of a text refer to.</summary>
    public static IEnumerable<string> References(SyntaxTree tree) =>
        Of(tree, SyntaxKind.ReferenceDirectiveTrivia).OfType<ReferenceDirectiveTriviaSyntax>().Select(directive => directive.File.ValueText);

    /// <summary>The files that <c>#load</c> lines name.</summary>
    public static IReadOnlyList<LoadDirectiveTriviaSyntax> Loads(SyntaxTree tree) => [.. Of(tree, SyntaxKind.LoadDirectiveTrivia).OfType<LoadDirectiveTriviaSyntax>()];

    /// <summary>The text without <c>#load</c> lines.</summary>
    public static string WithoutLoads(SyntaxTree tree) => Divide(tree, Loads(tree)).Code;

    /// <summary>The text without its <c>#r</c> lines, and those alone. Null where there are none to take out.</summary>
    /// <param name="tree">The text.</param>
    /// <param name="all">Whether those above all code, which may stay, are taken out too.</param>
    public static (string Code, string Directives)? Split(SyntaxTree tree, bool all)
    {
        var first = tree.GetRoot().GetFirstToken(includeZeroWidth: true).SpanStart;
        var found = Of(tree, SyntaxKind.ReferenceDirectiveTrivia).Where(directive => all || directive.SpanStart > first).ToArray();
        return found.Length == 0 ? null : Divide(tree, found);
    }

    private static (string Code, string Directives) Divide(SyntaxTree tree, IEnumerable<DirectiveTriviaSyntax> taken)
    {
        var text = tree.GetText();
        var code = text.ToString().ToCharArray();
        var directives = new string([.. code.Select(letter => letter == '\n' ? '\n' : ' ')]).ToCharArray();
        foreach (var line in taken.Select(directive => text.Lines.GetLineFromPosition(directive.SpanStart).Span))
        {
            code.AsSpan(line.Start, line.Length).CopyTo(directives.AsSpan(line.Start));
            code.AsSpan(line.Start, line.Length).Fill(' ');
        }
        return (new string(code), new string(directives));
    }

    private static IEnumerable<DirectiveTriviaSyntax> Of(SyntaxTree tree, SyntaxKind kind) => tree.GetRoot().DescendantTrivia()
        .Where(trivia => trivia.IsKind(kind)).Select(trivia => (DirectiveTriviaSyntax)trivia.GetStructure()!);
}
