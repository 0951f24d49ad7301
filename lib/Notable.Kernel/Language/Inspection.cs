using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notable.Kernel.Language;

/// <summary>What is known of a place in a cell.</summary>
/// <param name="Text">Declarations, documentation and complaints, for a person.</param>
internal sealed record Inspection(string Text)
{
    private const int MaxOverloads = 10;

    public static async Task<Inspection?> AtAsync(Document document, int position, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = await model!.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        var token = Word(root, position);
        var symbols = token.IsKind(SyntaxKind.IdentifierToken) ? Symbols(model, token.Parent!) : [];
        if (symbols.Count == 0)
            symbols = Call(model, root.FindToken(Math.Max(0, position - 1)), position);
        string[] parts =
        [
            .. symbols.Take(MaxOverloads).Select(symbol => SymbolText.Of(symbol)),
            .. symbols.Count > MaxOverloads ? [$"and {symbols.Count - MaxOverloads} more"] : Array.Empty<string>(),
            .. symbols.Select(symbol => Documentation.Of(symbol)).Where(text => text.Length > 0).Take(1).Select(text => $"\n{text}"),
            .. model.GetDiagnostics(cancellationToken: cancellationToken)
                .Where(one => symbols.Count == 0 && one.Severity >= DiagnosticSeverity.Warning && one.Location.SourceSpan.Start <= position && position <= one.Location.SourceSpan.End)
                .Select(one => $"\n{one.Severity.ToString().ToLowerInvariant()} {one.Id}: {one.GetMessage(CultureInfo.InvariantCulture)}"),
        ];
        return parts.Length > 0 ? new Inspection(string.Join('\n', parts).TrimStart('\n')) : null;
    }

    /// <summary>The word that the cursor stands in or behind.</summary>
    private static SyntaxToken Word(SyntaxNode root, int position)
    {
        var token = root.FindToken(position);
        return token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Contains(position) ? token : root.FindToken(Math.Max(0, position - 1));
    }

    private static List<ISymbol> Symbols(SemanticModel model, SyntaxNode node)
    {
        var info = model.GetSymbolInfo(node);
        if (model.GetDeclaredSymbol(node) is { } declared)
            return [declared];
        if (node.Parent is InvocationExpressionSyntax or MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } || info.Symbol is null)
        {
            var group = model.GetMemberGroup(node);
            if (group.Length > 0)
                return [.. group.OrderByDescending(symbol => SymbolEqualityComparer.Default.Equals(symbol, info.Symbol))];
        }
        return info.Symbol is { } symbol ? [symbol] : [.. info.CandidateSymbols];
    }

    /// <summary>The signatures of the call whose arguments are being written.</summary>
    private static List<ISymbol> Call(SemanticModel model, SyntaxToken token, int position)
    {
        var arguments = token.Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>()
            .FirstOrDefault(list => list.SpanStart < position && (position <= list.Span.End));
        return arguments?.Parent switch
        {
            InvocationExpressionSyntax call => [.. model.GetMemberGroup(call.Expression)],
            BaseObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation).Type is INamedTypeSymbol type => [.. type.InstanceConstructors],
            _ => [],
        };
    }
}
