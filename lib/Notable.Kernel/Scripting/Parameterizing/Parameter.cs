using Microsoft.CodeAnalysis;
using Notable.Kernel.Scripting.Parameterizing;

namespace Notable.Kernel.Scripting;

/// <summary>A variable of a notebook that can be set from outside.</summary>
public sealed class Parameter
{
    private readonly ITypeSymbol type;
    private readonly string? modifier;

    internal Parameter(IFieldSymbol variable)
    {
        (Name, type) = (variable.Name, variable.Type);
        modifier = variable.IsConst ? "const" : variable.IsReadOnly ? "readonly" : null;
    }

    /// <summary>The name of the variable.</summary>
    public string Name { get; }

    /// <summary>Its type, such as <c>int</c>, <c>string?</c> or <c>List&lt;double&gt;</c>; for a <c>var</c>, the type of its value.</summary>
    public string Type => ParameterTypes.Name(type);

    /// <summary>
    /// Returns the C# statement that sets the variable to the value of <paramref name="text"/>. A constant is declared again, and later
    /// cells see the new declaration.
    /// </summary>
    /// <exception cref="ParameterException">The text is not a value of the type, or the type cannot be set from text.</exception>
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
