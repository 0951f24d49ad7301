using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Language;

/// <summary>A symbol's declaration in a line.</summary>
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
    /// <param name="count">How many of its name there are.</param>
    public static string Of(ISymbol symbol, int count = 1)
    {
        // What a cell declares at its top is a member of a class that its author has never heard of.
        var shown = symbol.ContainingType is { IsScriptClass: true }
            ? format.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType) : format;
        return symbol.ToDisplayString(shown) + (count > 1 ? $" (+ {count - 1} more)" : "");
    }
}
