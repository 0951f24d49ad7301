using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Notable.Kernel.ProcessProtection;

namespace Notable.Kernel.Interrupting.Checkpoints;

/// <summary>
/// Adds checkpoints to a cell: at the start of each loop iteration, method, accessor, operator, constructor and lambda, before each goto,
/// and around awaited expressions. Replaces calls that would end the process (<see cref="ProcessEnd"/>). Line numbers stay the same, so that
/// errors and debug information refer to the author's lines; columns do not.
/// </summary>
internal sealed partial class CheckpointWriter : CSharpSyntaxWalker
{
    private const string Class = "global::Notable.Kernel.Interrupting.Checkpoint";
    private const string Pass = $" {Class}.Pass(); ", Enter = $" {Class}.Enter(); ", EnterAsync = $" {Class}.EnterAsync(); ";
    private readonly List<(int Position, string Text)> insertions = [];
    private readonly List<TextSpan> removals = [];
    private readonly Lazy<SemanticModel> model;

    private CheckpointWriter(Lazy<SemanticModel> model) => this.model = model;

    /// <summary>Returns the cell's text with checkpoints, or the same text if it needs none.</summary>
    public static string Write(Compilation cell, SyntaxTree tree)
    {
        var writer = new CheckpointWriter(new(() => cell.GetSemanticModel(tree)));
        writer.Visit(tree.GetRoot());
        var text = tree.GetText().ToString();
        if (writer.insertions.Count == 0)
            return text;
        // Removed text is replaced by spaces, so that positions stay the same.
        var letters = text.ToCharArray();
        foreach (var removal in writer.removals)
            letters.AsSpan(removal.Start, removal.Length).Fill(' ');
        var result = new StringBuilder();
        var done = 0;
        foreach (var (position, inserted) in writer.insertions.OrderBy(insertion => insertion.Position))
        {
            result.Append(letters, done, position - done).Append(inserted);
            done = position;
        }
        return result.Append(letters, done, letters.Length - done).ToString();
    }

    public override void VisitWhileStatement(WhileStatementSyntax node) => Body(node.Statement, () => base.VisitWhileStatement(node));

    public override void VisitDoStatement(DoStatementSyntax node) => Body(node.Statement, () => base.VisitDoStatement(node));

    public override void VisitForStatement(ForStatementSyntax node) => Body(node.Statement, () => base.VisitForStatement(node));

    public override void VisitForEachStatement(ForEachStatementSyntax node) => Body(node.Statement, () => base.VisitForEachStatement(node));

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        Body(node.Statement, () => base.VisitForEachVariableStatement(node));

    // A goto can form a loop.
    public override void VisitGotoStatement(GotoStatementSyntax node)
    {
        if (node.ContainsDiagnostics)
            base.VisitGotoStatement(node);
        else
            Around(node, $"{{{Pass}", "}", () => base.VisitGotoStatement(node));
    }

    public override void VisitAwaitExpression(AwaitExpressionSyntax node) =>
        Around(node.Expression, $"{Class}.Await(", ")", () => base.VisitAwaitExpression(node));

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        Method(node.Body, node.ExpressionBody, node.ReturnType, node.Modifiers, node.SemicolonToken, () => base.VisitMethodDeclaration(node));

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) =>
        Method(node.Body, node.ExpressionBody, node.ReturnType, node.Modifiers, node.SemicolonToken, () => base.VisitLocalFunctionStatement(node));

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        Lambda(node, () => base.VisitParenthesizedLambdaExpression(node));

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => Lambda(node, () => base.VisitSimpleLambdaExpression(node));

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) =>
        Body(node.Block, () => base.VisitAnonymousMethodExpression(node), node.AsyncKeyword.RawKind != 0 ? EnterAsync : Enter);

    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node) =>
        Method(node.Body, node.ExpressionBody, node.ReturnType, node.Modifiers, node.SemicolonToken, () => base.VisitOperatorDeclaration(node));

    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) =>
        Method(node.Body, node.ExpressionBody, node.Type, node.Modifiers, node.SemicolonToken, () => base.VisitConversionOperatorDeclaration(node));

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node) =>
        Method(node.Body, node.ExpressionBody, Nothing, node.Modifiers, node.SemicolonToken, () => base.VisitConstructorDeclaration(node));

    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        if (node.Body is not null || node.ExpressionBody is not null)
            Method(node.Body, node.ExpressionBody, node.IsKind(SyntaxKind.GetAccessorDeclaration) ? null : Nothing, node.Modifiers, node.SemicolonToken,
                () => base.VisitAccessorDeclaration(node));
    }

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node) =>
        Method(null, node.ExpressionBody, node.Type, node.Modifiers, node.SemicolonToken, () => base.VisitPropertyDeclaration(node), "{ get ", " }");

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node) =>
        Method(null, node.ExpressionBody, node.Type, node.Modifiers, node.SemicolonToken, () => base.VisitIndexerDeclaration(node), "{ get ", " }");

    private static TypeSyntax Nothing { get; } = SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword));

    private void Method(
        BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, TypeSyntax? returned, SyntaxTokenList modifiers, SyntaxToken end, Action within,
        string before = "", string after = "")
    {
        var checkpoint = modifiers.Any(SyntaxKind.AsyncKeyword) ? EnterAsync : Enter;
        if (block is not null)
        {
            Body(block, within, checkpoint);
        }
        else if (arrow is null || arrow.ContainsDiagnostics || returned is RefTypeSyntax || !CanBeStatement(arrow.Expression))
        {
            within();
        }
        else
        {
            var isAction = returned is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
                || (modifiers.Any(SyntaxKind.AsyncKeyword) && returned is not GenericNameSyntax);
            removals.Add(arrow.ArrowToken.Span);
            removals.Add(end.Span);
            Around(arrow.Expression, $"{before}{{{checkpoint}{(isAction ? "" : "return ")}", $";}}{after}", within);
        }
    }

    private void Lambda(LambdaExpressionSyntax lambda, Action within)
    {
        var checkpoint = lambda.AsyncKeyword.RawKind != 0 ? EnterAsync : Enter;
        if (lambda.Block is { } block)
            Body(block, within, checkpoint);
        else if (lambda.ExpressionBody is { ContainsDiagnostics: false } expression && CanBeStatement(expression) && ReturnsOf(lambda) is { } returned)
            Around(expression, $"{{{checkpoint}{(returned.SpecialType == SpecialType.System_Void ? "" : "return ")}", ";}", within);
        else
            within();
    }

    /// <summary>
    /// Returns the return type of a lambda: void if it is asynchronous without a result; null for an expression tree, which is
    /// not executed.
    /// </summary>
    private ITypeSymbol? ReturnsOf(LambdaExpressionSyntax lambda) =>
        model.Value.GetTypeInfo(lambda).ConvertedType is not INamedTypeSymbol { DelegateInvokeMethod: { ReturnsByRef: false, ReturnsByRefReadonly: false } invoked } ? null
        : lambda.AsyncKeyword.RawKind != 0 && invoked.ReturnType is INamedTypeSymbol { Arity: 0 } ? model.Value.Compilation.GetSpecialType(SpecialType.System_Void)
        : invoked.ReturnType;

    private static bool CanBeStatement(ExpressionSyntax expression) => expression is not (ThrowExpressionSyntax or RefExpressionSyntax);

    private void Body(StatementSyntax body, Action within, string checkpoint = Pass)
    {
        // Incomplete code is left for the compiler to report.
        if (body.ContainsDiagnostics)
        {
            within();
        }
        else if (body is BlockSyntax block)
        {
            insertions.Add((block.OpenBraceToken.Span.End, checkpoint));
            within();
        }
        else
        {
            Around(body, $"{{{checkpoint}", "}", within);
        }
    }

    /// <summary>
    /// Inserts text around a node. Insertions made by <paramref name="within"/> are placed between the two, since earlier insertions at a
    /// position come first.
    /// </summary>
    private void Around(SyntaxNode node, string before, string after, Action within)
    {
        insertions.Add((node.SpanStart, before));
        within();
        insertions.Add((node.Span.End, after));
    }
}
