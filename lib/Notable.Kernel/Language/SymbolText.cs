using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Language;

/// <summary>Formats a symbol's declaration on one line.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat format = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <param name="symbol">The symbol.</param>
    /// <param name="count">The number of symbols with this name.</param>
    public static string Of(ISymbol symbol, int count = 1)
    {
        // Top-level declarations of a cell are members of a generated class, whose name means nothing to the author.
        var shown = symbol.ContainingType is { IsScriptClass: true }
            ? format.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType) : format;
        return symbol.ToDisplayString(shown) + (count > 1 ? $" (+ {count - 1} more)" : "");
    }
}
