using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notable.Kernel.Scripting;

/// <summary>Reads the variables that a cell declares at its top level, without running it.</summary>
internal static class ParameterDeclarations
{
    public static IReadOnlyList<Parameter> In(string source) =>
    [
        .. from field in CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(kind: SourceCodeKind.Script))
               .GetCompilationUnitRoot().Members.OfType<FieldDeclarationSyntax>()
           from variable in field.Declaration.Variables
           select new Parameter(variable.Identifier.ValueText, TypeOf(field.Declaration.Type, variable.Initializer?.Value)),
    ];

    private static string TypeOf(TypeSyntax declared, ExpressionSyntax? initial) =>
        declared.IsVar ? TypeOf(initial) : declared.ToString();

    private static string TypeOf(ExpressionSyntax? initial) => initial switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } negated => TypeOf(negated.Operand),
        InterpolatedStringExpressionSyntax => "string",
        LiteralExpressionSyntax { Token.Value: { } value } => value switch
        {
            string => "string",
            int => "int",
            long => "long",
            float => "float",
            double => "double",
            decimal => "decimal",
            bool => "bool",
            _ => value.GetType().Name,
        },
        _ => "var",
    };
}
