using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notable.Kernel.Language;

/// <summary>Information about a position in a cell.</summary>
/// <param name="Text">Declarations, documentation, errors and warnings as text.</param>
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
            symbols = [.. Signatures.Candidates(model, root.FindToken(Math.Max(0, position - 1)), position, out _)];
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

    /// <summary>Returns the word that the cursor is in or after.</summary>
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
}
