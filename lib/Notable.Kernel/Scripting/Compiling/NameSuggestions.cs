using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        return Closest(name.Identifier.ValueText, symbols.Where(symbol => symbol.CanBeReferencedByName).Select(symbol => symbol.Name).Distinct());
    }

    private static IEnumerable<ISymbol> Members(SemanticModel model, ExpressionSyntax owner, int position) =>
        model.GetSymbolInfo(owner).Symbol is INamespaceOrTypeSymbol type ? model.LookupSymbols(position, type)
        : model.GetTypeInfo(owner).Type is { } value ? model.LookupSymbols(position, value, includeReducedExtensionMethods: true)
        : [];

    /// <summary>Returns the candidate with the smallest edit distance from the name, at most one edit per three letters.</summary>
    internal static string? Closest(string name, IEnumerable<string> candidates) => candidates
        .Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(one => one.Distance <= Math.Max(1, name.Length / 3) && one.Distance < one.Name.Length)
        .OrderBy(one => one.Distance).ThenBy(one => Distance(name, one.Name)).ThenBy(one => one.Name, StringComparer.Ordinal)
        .Select(one => one.Name).FirstOrDefault();

    /// <summary>
    /// Returns the edit distance: letters added, removed, replaced or swapped with a neighbor (Damerau 1964, optimal string alignment).
    /// </summary>
    private static int Distance(string one, string other)
    {
        var costs = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    costs[i, j] = i + j;
                    continue;
                }
                costs[i, j] = Math.Min(Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1, costs[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
            }
        return costs[one.Length, other.Length];
    }
}
