using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notable.Shared;

namespace Notable.Kernel.Scripting.Compiling;

/// <summary>"Did you mean FineTune?" for a name that the compiler doesn't know.</summary>
internal static class NameSuggestions
{
    private const int ShortestName = 3;

    /// <summary>Returns the known name closest to the one in an error; null if the error is of another kind or no name is close.</summary>
    public static string? For(Compilation compilation, Diagnostic error)
    {
        if (error.Id is not ("CS0103" or "CS0117" or "CS0246" or "CS1061") || error.Location.SourceTree is not { } tree || !compilation.ContainsSyntaxTree(tree))
            return null;
        var node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var name = node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().FirstOrDefault();
        if (name is null || name.Identifier.ValueText.Length < ShortestName)
            return null;
        var model = compilation.GetSemanticModel(tree);
        var symbols = name.Parent is MemberAccessExpressionSyntax access && access.Name == name
            ? Members(model, access.Expression, name.SpanStart)
            : model.LookupSymbols(name.SpanStart);
        return NearestName.Of(name.Identifier.ValueText, symbols.Where(symbol => symbol.CanBeReferencedByName).Select(symbol => symbol.Name).Distinct());
    }

    private static IEnumerable<ISymbol> Members(SemanticModel model, ExpressionSyntax owner, int position) =>
        model.GetSymbolInfo(owner).Symbol is INamespaceOrTypeSymbol type ? model.LookupSymbols(position, type)
        : model.GetTypeInfo(owner).Type is { } value ? model.LookupSymbols(position, value, includeReducedExtensionMethods: true)
        : [];
}
