using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notable.Kernel.Scripting.Compiling;

/// <summary>
/// Moves <c>#r</c> and <c>#load</c> to the top. The compiler accepts them only above all other code, but people write them where they
/// need them. Lines keep their numbers.
/// </summary>
internal static class HoistedDirectives
{
    /// <summary>Returns the references of the <c>#r</c> lines of a text.</summary>
    public static IEnumerable<string> References(SyntaxTree tree) =>
        Of(tree, SyntaxKind.ReferenceDirectiveTrivia).OfType<ReferenceDirectiveTriviaSyntax>().Select(directive => directive.File.ValueText);

    /// <summary>Returns the <c>#load</c> lines of a text.</summary>
    public static IReadOnlyList<LoadDirectiveTriviaSyntax> Loads(SyntaxTree tree) => [.. Of(tree, SyntaxKind.LoadDirectiveTrivia).OfType<LoadDirectiveTriviaSyntax>()];

    /// <summary>Returns the text without <c>#load</c> lines.</summary>
    public static string WithoutLoads(SyntaxTree tree) => Divide(tree, Loads(tree)).Code;

    /// <summary>Separates the <c>#r</c> lines from a text. Returns null if there are none to move.</summary>
    /// <param name="tree">The text.</param>
    /// <param name="all">Whether to move those above all code too.</param>
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
