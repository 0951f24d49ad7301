using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notable.Kernel.Scripting.Parameterizing;

/// <summary>Converts the text of a parameter to C#. Text is never interpreted as code.</summary>
internal static class ParameterTypes
{
    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";
    private static readonly string[] dateFormats =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK"];

    /// <summary>Describes the expected text, for errors; null for types that cannot be set from text.</summary>
    public static string? Expected(ITypeSymbol type) => type switch
    {
        _ when Nullable(type) is { } underlying => Expected(underlying) is { } expected ? $"{expected}, or null" : null,
        { TypeKind: TypeKind.Enum } => $"one of {string.Join(", ", Members(type).Select(member => member.Name))}",
        { SpecialType: SpecialType.System_String } => "text",
        { SpecialType: SpecialType.System_Boolean } => "true or false",
        { SpecialType: SpecialType.System_Char } => "one character",
        { SpecialType: SpecialType.System_DateTime } => "a date such as 2026-01-31 or 2026-01-31T18:30:00",
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => $"a number of type {Name(type)}",
        _ when ElementOf(type) is { } element => Expected(element) is { } expected ? $"a list such as [a, b], each {expected}" : null,
        _ => FullName(type) switch
        {
            "System.DateTimeOffset" => "a date such as 2026-01-31 or 2026-01-31T18:30:00+01:00",
            "System.DateOnly" => "a date such as 2026-01-31",
            "System.TimeOnly" => "a time such as 18:30 or 18:30:00",
            "System.TimeSpan" => "a duration such as 00:05:00 (five minutes)",
            "System.Guid" => "a GUID",
            "System.Uri" => "an address such as https://example.org/photos",
            _ => null,
        },
    };

    /// <summary>Describes a common mistake in such a text; empty if none is known.</summary>
    public static string Hint(ITypeSymbol type, string text) =>
        text.Contains(',') && (Nullable(type) ?? type).SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
            ? ", with a decimal point and no thousands separators" : "";

    /// <summary>Returns the value as C#; null if the text is not a value of the type.</summary>
    public static string? Literal(ITypeSymbol type, string text) => type.SpecialType switch
    {
        _ when Nullable(type) is { } underlying => text is "null" or "" ? "null" : Literal(underlying, text),
        _ when type.TypeKind == TypeKind.Enum => EnumValue(type, text),
        SpecialType.System_String => SymbolDisplay.FormatLiteral(text, quote: true),
        SpecialType.System_Boolean => bool.TryParse(text, out var flag) ? (flag ? "true" : "false") : null,
        SpecialType.System_Char => text.Length == 1 ? SymbolDisplay.FormatLiteral(text[0], quote: true) : null,
        SpecialType.System_SByte => Whole<sbyte>(text),
        SpecialType.System_Byte => Whole<byte>(text),
        SpecialType.System_Int16 => Whole<short>(text),
        SpecialType.System_UInt16 => Whole<ushort>(text),
        SpecialType.System_Int32 => Whole<int>(text),
        SpecialType.System_UInt32 => Whole<uint>(text, "U"),
        SpecialType.System_Int64 => Whole<long>(text, "L"),
        SpecialType.System_UInt64 => Whole<ulong>(text, "UL"),
        SpecialType.System_Single => Number<float>(text, NumberStyles.Float, "f"),
        SpecialType.System_Double => Number<double>(text, NumberStyles.Float, "d"),
        SpecialType.System_Decimal => Number<decimal>(text, NumberStyles.Float, "m"),
        SpecialType.System_DateTime => DateTime.TryParseExact(text, dateFormats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            ? $"global::System.DateTime.Parse(\"{time:O}\", {Invariant}, global::System.Globalization.DateTimeStyles.RoundtripKind)" : null,
        _ when ElementOf(type) is { } element => ListValue(element, text),
        _ => OfOtherType(FullName(type), text),
    };

    /// <summary>Returns the name of a type in code. Types that cells declare have no full name there.</summary>
    public static string NameOf(ITypeSymbol type) =>
        type.ContainingType is { IsScriptClass: true } ? Name(type) : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>Returns the name of a type for messages.</summary>
    public static string Name(ITypeSymbol type) => type.ToDisplayString(
        SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    private static string? OfOtherType(string type, string text) => type switch
    {
        "System.DateTimeOffset" when DateTimeOffset.TryParseExact(text, dateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) => Parsed($"{value:O}"),
        "System.DateOnly" when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) => Parsed($"{value:O}"),
        "System.TimeOnly" when TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var value) => Parsed($"{value:O}"),
        "System.TimeSpan" when text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) => Parsed($"{value:c}"),
        "System.Guid" when Guid.TryParse(text, out var value) => Parsed($"{value}"),
        "System.Uri" when Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _) => $"new global::System.Uri({SymbolDisplay.FormatLiteral(text, quote: true)}, global::System.UriKind.RelativeOrAbsolute)",
        _ => null,
    } is { } code ? code.Replace("TYPE", $"global::{type}", StringComparison.Ordinal) : null;

    private static string Parsed(FormattableString value) => $"TYPE.Parse(\"{value.ToString(CultureInfo.InvariantCulture)}\", {Invariant})";

    private static string? Whole<T>(string text, string suffix = "")
        where T : INumber<T> => Number<T>(text, NumberStyles.AllowLeadingSign, suffix);

    /// <summary>Reads a number without thousands separators: <c>0,001</c>, written with a decimal comma, would be read as 1.</summary>
    private static string? Number<T>(string text, NumberStyles styles, string suffix)
        where T : INumber<T> =>
        T.TryParse(text, styles, CultureInfo.InvariantCulture, out var value) && T.IsFinite(value) ? value.ToString(null, CultureInfo.InvariantCulture) + suffix : null;

    private static string? EnumValue(ITypeSymbol type, string text)
    {
        var found = text.Split(',', StringSplitOptions.TrimEntries).Select(name =>
            Members(type).FirstOrDefault(member => member.Name == name)
            ?? Members(type).FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))).ToArray();
        var isFlags = type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(FlagsAttribute));
        return found.Contains(null) || (found.Length > 1 && !isFlags) ? null : string.Join(" | ", found.Select(member => $"{NameOf(type)}.@{member!.Name}"));
    }

    private static string? ListValue(ITypeSymbol element, string text)
    {
        if (ParameterLists.Items(text) is not { } items)
            return null;
        var values = items.Select(item => item is null ? (element.IsReferenceType || Nullable(element) is not null ? "null" : null) : Literal(element, item)).ToArray();
        return values.Contains(null) ? null : $"[{string.Join(", ", values)}]";
    }

    private static IEnumerable<IFieldSymbol> Members(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue);

    private static ITypeSymbol? Nullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : null;

    /// <summary>Returns the element type of an array, or of another type that a collection expression can create; null for other types.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } named when named.AllInterfaces.Append(named).Any(one =>
            one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) => element,
        _ => null,
    };

    private static string FullName(ITypeSymbol type) => $"{type.ContainingNamespace}.{type.Name}";
}
