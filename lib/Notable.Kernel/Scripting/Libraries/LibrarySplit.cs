using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Notable.Kernel.Scripting.Libraries;

/// <summary>
/// Splits a text with namespaces or extension members, which C# scripts do not support, in two: its types, for a separate assembly,
/// and the rest, for the script. Every character keeps its position.
/// </summary>
/// <param name="Library">The namespaces, types and usings.</param>
/// <param name="Script">The rest and the usings.</param>
/// <param name="HasScript">Whether the rest contains more than usings.</param>
/// <param name="Names">The full names of the types, without nested types.</param>
internal sealed record LibrarySplit(string Library, string Script, bool HasScript, IReadOnlyList<string> Names)
{
    /// <summary>Splits a text. Returns null if a script can contain all of it.</summary>
    public static LibrarySplit? Of(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        // In a script, a namespace is a syntax error (CS7021). All other syntax errors are left for the compiler to report.
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

    /// <summary>Whether a text contains declarations that scripts do not support.</summary>
    public static bool IsNeeded(SyntaxTree tree) => ((CompilationUnitSyntax)tree.GetRoot()).Members.Any(NeedsLibrary);

    private static bool NeedsLibrary(MemberDeclarationSyntax member) =>
        member is BaseNamespaceDeclarationSyntax || (member is ClassDeclarationSyntax { Members: var members } && members.Any(IsExtension));

    private static bool IsExtension(MemberDeclarationSyntax member) => member is ExtensionBlockDeclarationSyntax
        || (member is MethodDeclarationSyntax method && method.ParameterList.ChildNodes().FirstOrDefault() is ParameterSyntax first && first.Modifiers.Any(SyntaxKind.ThisKeyword));

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
