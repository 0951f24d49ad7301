using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Notable.Kernel.Scripting.Libraries;

/// <summary>
/// Makes the types of a library public. In cells people omit <c>public</c>, but other cells, which are separate assemblies, must see the
/// types. Line numbers stay the same.
/// </summary>
internal static class PublicTypes
{
    public static string Write(SyntaxTree tree)
    {
        var text = tree.GetText();
        return text.WithChanges(Types(((CompilationUnitSyntax)tree.GetRoot()).Members).Select(Change).OfType<TextChange>()).ToString();
    }

    private static IEnumerable<MemberDeclarationSyntax> Types(SyntaxList<MemberDeclarationSyntax> members) =>
        members.SelectMany(member => member is BaseNamespaceDeclarationSyntax space ? Types(space.Members) : [member]);

    private static TextChange? Change(MemberDeclarationSyntax type)
    {
        if (type.Modifiers.Any(SyntaxKind.PublicKeyword) || type.Modifiers.Any(SyntaxKind.FileKeyword))
            return null;
        if (type.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.InternalKeyword)) is { RawKind: not 0 } narrow)
            return new TextChange(narrow.Span, "public");
        var start = type.Modifiers.Count > 0 ? type.Modifiers[0].SpanStart : type switch
        {
            EnumDeclarationSyntax named => named.EnumKeyword.SpanStart,
            TypeDeclarationSyntax named => named.Keyword.SpanStart,
            DelegateDeclarationSyntax named => named.DelegateKeyword.SpanStart,
            _ => -1,
        };
        return start < 0 ? null : new TextChange(new TextSpan(start, 0), "public ");
    }
}
