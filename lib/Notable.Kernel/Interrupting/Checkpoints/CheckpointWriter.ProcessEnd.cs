using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notable.Kernel.Interrupting.Checkpoints;

/// <summary>
/// Replaces methods that end the process, whether called or used as delegates: <c>Environment.Exit</c>, <c>Environment.FailFast</c>, and
/// <c>Process.Kill</c> of the running process.
/// </summary>
internal sealed partial class CheckpointWriter
{
    private const string Ends = "global::Notable.Kernel.ProcessProtection.ProcessEnd";

    public override void VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        if (EndsProcess(node.Name))
            Replace(node, node.Name);
        else if (KillsProcess(node.Name))
            Around(node.Expression, $"{Ends}.Other(", ")!", () => base.VisitMemberAccessExpression(node));
        else
            base.VisitMemberAccessExpression(node);
    }

    public override void VisitConditionalAccessExpression(ConditionalAccessExpressionSyntax node)
    {
        if (node.WhenNotNull is InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name: var name } } && KillsProcess(name))
            Around(node.Expression, $"{Ends}.Other(", ")", () => base.VisitConditionalAccessExpression(node));
        else
            base.VisitConditionalAccessExpression(node);
    }

    public override void VisitIdentifierName(IdentifierNameSyntax node)
    {
        // Imported with using static.
        if (EndsProcess(node))
            Replace(node, node);
    }

    private void Replace(ExpressionSyntax written, SimpleNameSyntax name)
    {
        removals.AddRange(written.DescendantTokens().Select(token => token.Span));
        insertions.Add((written.SpanStart, $"{Ends}.{name.Identifier.ValueText}"));
    }

    private bool EndsProcess(SimpleNameSyntax name) => name.Identifier.ValueText is "Exit" or "FailFast" && IsMethodOf(name, "System.Environment");

    private bool KillsProcess(SimpleNameSyntax name) => name.Identifier.ValueText == "Kill" && IsMethodOf(name, "System.Diagnostics.Process");

    /// <summary>Asks the compiler only about matching names, since each question is slow.</summary>
    private bool IsMethodOf(SimpleNameSyntax name, string type)
    {
        var info = model.Value.GetSymbolInfo(name);
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol method && method.ContainingType.ToDisplayString() == type;
    }
}
