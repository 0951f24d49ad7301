using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Notable.Kernel.Scripting;

/// <summary>A variable that a notebook lets its user set.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Type">Its type as declared, as <c>int</c> or <c>string?</c>.</param>
public sealed record Parameter(string Name, string Type)
{
    /// <summary>The C# statement that gives the variable the value that <paramref name="text"/> names.</summary>
    /// <exception cref="ParameterException">The text is no value of the type, or the type is none that text can name.</exception>
    internal string Assign(string text) => $"{Name} = {Literal(text)};";

    private string Literal(string text) => Type.TrimEnd('?') switch
    {
        "string" => SymbolDisplay.FormatLiteral(text, quote: true),
        "bool" => bool.TryParse(text, out var flag) ? (flag ? "true" : "false") : throw Fail(text, "true or false"),
        "int" => Number(text, int.TryParse(text, CultureInfo.InvariantCulture, out var value), value, ""),
        "long" => Number(text, long.TryParse(text, CultureInfo.InvariantCulture, out var value), value, "L"),
        "float" => Number(
            text, float.TryParse(text, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value), value, "f"),
        "double" => Number(
            text, double.TryParse(text, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value), value, "d"),
        "decimal" => Number(text, decimal.TryParse(text, CultureInfo.InvariantCulture, out var value), value, "m"),
        _ => throw new ParameterException(
            $"The parameter '{Name}' is declared as {Type}. "
            + "To set it from outside, declare it as string, bool, int, long, float, double or decimal."),
    };

    private string Number(string text, bool isValid, IFormattable value, string suffix) =>
        isValid ? value.ToString(null, CultureInfo.InvariantCulture) + suffix : throw Fail(text, $"a number of type {Type}");

    private ParameterException Fail(string text, string expected) =>
        new($"The parameter '{Name}' is a {Type}: found '{text}', expected {expected}.");
}
