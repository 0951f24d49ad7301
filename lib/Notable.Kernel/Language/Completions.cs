using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Recommendations;

namespace Notable.Kernel.Language;

/// <summary>A completion.</summary>
/// <param name="Text">The text to insert.</param>
/// <param name="Kind">Its kind, such as function, class or property; JupyterLab has an icon for each.</param>
/// <param name="Signature">Its declaration; empty for keywords.</param>
internal sealed record Completion(string Text, string Kind, string Signature);

/// <summary>The completions at a position.</summary>
/// <param name="Start">The start of the word being written, as a UTF-16 index.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">The candidates, in alphabetical order.</param>
internal sealed record Completions(int Start, int End, IReadOnlyList<Completion> Items)
{
    private const int MaxItems = 2000;

    public static async Task<Completions> AtAsync(Document document, string code, int position, CancellationToken cancellationToken)
    {
        var start = position;
        while (start > 0 && (SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]) || code[start - 1] == '@'))
            start--;
        var prefix = code[start..position];
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (IsProse(root!, position))
            return new Completions(position, position, []);
        var symbols = await Recommender.GetRecommendedSymbolsAtPositionAsync(document, position, cancellationToken: cancellationToken).ConfigureAwait(false);
        var named = symbols
            .Where(symbol => symbol.CanBeReferencedByName && Fits(symbol.Name, prefix) && IsForPeople(symbol))
            .GroupBy(symbol => symbol.Name)
            .Select(group => new Completion(group.Key, KindOf(group.First()), SymbolText.Of(group.First(), group.Count())));
        var isMember = start > 0 && code[start - 1] == '.';
        var words = isMember || prefix.Length == 0 ? [] : SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText)
            .Where(word => Fits(word, prefix) && char.IsAsciiLetterLower(word[0])).Select(word => new Completion(word, "keyword", ""));
        return new Completions(start, position,
            [.. named.Concat(words).DistinctBy(item => item.Text).OrderBy(item => item.Text, StringComparer.OrdinalIgnoreCase).Take(MaxItems)]);
    }

    private static bool Fits(string name, string prefix) => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the position is in a string or comment, where nothing is offered.</summary>
    private static bool IsProse(SyntaxNode root, int position)
    {
        var trivia = root.FindTrivia(position > 0 ? position - 1 : 0);
        if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
            return true;
        var token = root.FindToken(position > 0 ? position - 1 : 0);
        return token.Parent is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression }
            && token.SpanStart < position && (token.Span.End > position || token.ContainsDiagnostics);
    }

    private static bool IsForPeople(ISymbol symbol) => !symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }]);

    private static string KindOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "function",
        IPropertySymbol => "property",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum",
        IFieldSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => "instance",
        IEventSymbol => "event",
        INamespaceSymbol => "module",
        INamedTypeSymbol { TypeKind: TypeKind.Interface } => "interface",
        ITypeSymbol => "class",
        _ => "",
    };
}
