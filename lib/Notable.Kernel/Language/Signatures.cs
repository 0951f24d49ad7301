using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notable.Kernel.Language;

/// <summary>The signature of a method.</summary>
/// <param name="Label">Its declaration.</param>
/// <param name="Documentation">Its documentation; empty if there is none.</param>
/// <param name="Parameters">The declarations of its parameters.</param>
internal sealed record Signature(string Label, string Documentation, IReadOnlyList<string> Parameters);

/// <summary>The signatures for the call being written.</summary>
/// <param name="All">The overloads, at least one.</param>
/// <param name="Active">The index of the overload that fits the arguments so far.</param>
/// <param name="Parameter">The index of the parameter being written.</param>
internal sealed record Signatures(IReadOnlyList<Signature> All, int Active, int Parameter)
{
    public static async Task<Signatures?> AtAsync(Document document, int position, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = await model!.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        var methods = Candidates(model, root.FindToken(Math.Max(0, position - 1)), position, out var list).OfType<IMethodSymbol>().ToArray();
        if (methods.Length == 0 || list is null)
            return null;
        var written = list.Arguments.GetSeparators().Count(comma => comma.SpanStart < position);
        var active = Math.Max(0, Array.FindIndex(methods, method => method.Parameters.Length > written || method.Parameters is [.., { IsParams: true }]));
        Signature[] all = [.. methods.Select(method => new Signature(SymbolText.Of(method), Documentation.Of(method), [.. method.Parameters.Select(one => one.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat))]))];
        return new(all, active, Math.Clamp(written, 0, Math.Max(0, all[active].Parameters.Count - 1)));
    }

    /// <summary>Returns the methods of the call whose arguments are being written, and its argument list.</summary>
    public static IEnumerable<ISymbol> Candidates(SemanticModel model, SyntaxToken token, int position, out BaseArgumentListSyntax? arguments)
    {
        arguments = token.Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>()
            .FirstOrDefault(list => list.SpanStart < position && position <= list.Span.End);
        return arguments?.Parent switch
        {
            InvocationExpressionSyntax call => model.GetMemberGroup(call.Expression),
            BaseObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation).Type is INamedTypeSymbol type => type.InstanceConstructors,
            _ => [],
        };
    }
}
