using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Notable.Kernel.Scripting.Libraries;

/// <summary>
/// Divides a text with namespaces or extension members, which C# scripts do not have, in two: its types, for an assembly of their own,
/// and the rest, for the script. In both every character keeps its place.
/// </summary>
/// <param name="Library">Namespaces, types, and the usings.</param>
/// <param name="Script">The rest, and the usings.</param>
/// <param name="HasScript">Whether the rest is more than usings.</param>
/// <param name="Names">The full names of the types, without those within other types.</param>
internal sealed record LibrarySplit(string Library, string Script, bool HasScript, IReadOnlyList<string> Names)
{
    /// <summary>Null where scripts have all that the text has.</summary>
    public static LibrarySplit? Of(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        // What scripts do not have is an error of the parser (CS7021: a namespace); any other is left to the compiler's complaint.
        if (!IsNeeded(tree) || root.GetDiagnostics().Any(one => one.Severity == DiagnosticSeverity.Error && one.Id != "CS7021"))
            return null;
        var (moved, kept) = (root.Members.Where(IsType).ToArray(), root.Members.Where(member => !IsType(member)).ToArray());
        var directives = root.DescendantTrivia().Where(trivia => trivia.Kind() is SyntaxKind.ReferenceDirectiveTrivia or SyntaxKind.LoadDirectiveTrivia or SyntaxKind.ShebangDirectiveTrivia);
        var text = tree.GetText().ToString();
        return new LibrarySplit(
            Without(text, [.. kept.Select(member => member.Span), .. directives.Select(trivia => trivia.Span)]),
            Without(text, [.. moved.Select(member => member.Span)]),
            kept.Length > 0,
            [.. moved.SelectMany(NamesOf)]);
    }

    /// <summary>Whether a text has what scripts do not have.</summary>
    public static bool IsNeeded(SyntaxTree tree) => ((CompilationUnitSyntax)tree.GetRoot()).Members.Any(NeedsLibrary);

    private static bool NeedsLibrary(MemberDeclarationSyntax member) =>
        member is BaseNamespaceDeclarationSyntax || (member is ClassDeclarationSyntax { Members: var members } && members.Any(IsExtension));

    private static bool IsExtension(MemberDeclarationSyntax member) => member is ExtensionBlockDeclarationSyntax
        || (member is MethodDeclarationSyntax { ParameterList.Parameters: [{ Modifiers: var first }, ..] } && first.Any(SyntaxKind.ThisKeyword));

    private static bool IsType(MemberDeclarationSyntax member) => member is BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        BaseNamespaceDeclarationSyntax space => space.Members.SelectMany(NamesOf).Select(name => $"{space.Name}.{name}"),
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        DelegateDeclarationSyntax type => [type.Identifier.ValueText],
        _ => [],
    };

    private static string Without(string text, IEnumerable<TextSpan> spans)
    {
        var letters = text.ToCharArray();
        foreach (var span in spans)
            foreach (ref var letter in letters.AsSpan(span.Start, span.Length))
                if (letter is not ('\n' or '\r'))
                    letter = ' ';
        return new string(letters);
    }
}
