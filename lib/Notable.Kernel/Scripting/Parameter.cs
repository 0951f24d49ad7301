using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Scripting;

/// <summary>A variable that a notebook lets its user set.</summary>
public sealed class Parameter
{
    private readonly ITypeSymbol type;
    private readonly string? modifier;

    internal Parameter(IFieldSymbol variable)
    {
        (Name, type) = (variable.Name, variable.Type);
        modifier = variable.IsConst ? "const" : variable.IsReadOnly ? "readonly" : null;
    }

    /// <summary>The variable.</summary>
    public string Name { get; }

    /// <summary>Its type, as <c>int</c>, <c>string?</c> or <c>List&lt;double&gt;</c>; of a <c>var</c> the type of its value.</summary>
    public string Type => ParameterTypes.Name(type);

    /// <summary>
    /// The C# statement that gives the variable the value that <paramref name="text"/> names. A constant is declared once more: later
    /// cells see the new one.
    /// </summary>
    /// <exception cref="ParameterException">The text is no value of the type, or the type is none that text can name.</exception>
    internal string Assign(string text)
    {
        if (ParameterTypes.Expected(type) is not { } expected)
            throw new ParameterException(
                $"The parameter '{Name}' is declared as {Type}. To set it from outside, declare it as string, bool, char, a number, "
                + "an enum, a date, time or duration, Guid or Uri, or a list of one of these.");
        var value = ParameterTypes.Literal(type, text) ?? throw new ParameterException(
            $"The parameter '{Name}' is of type {Type}: found '{text}', expected {expected}{ParameterTypes.Hint(type, text)}.");
        return modifier is null ? $"{Name} = {value};" : $"{modifier} {ParameterTypes.NameOf(type)} {Name} = {value};";
    }
}
