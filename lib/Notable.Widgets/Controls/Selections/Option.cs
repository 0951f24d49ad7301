namespace Notable.Widgets;

/// <summary>An option of a selection widget. A value without a label is its own label: <c>Options = ["$50", "$100"]</c>.</summary>
/// <typeparam name="T">The value of the option.</typeparam>
/// <param name="Label">The label that is shown.</param>
/// <param name="Value">The value of the option.</param>
public readonly record struct Option<T>(string Label, T Value)
{
    /// <summary>Creates an option whose label is the text of the value.</summary>
    public static implicit operator Option<T>(T value) =>
        new(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "", value);

    /// <summary>Creates an option from a label and a value: <c>Options = [("fifty", 50), ("hundred", 100)]</c>.</summary>
    public static implicit operator Option<T>((string Label, T Value) pair) => new(pair.Label, pair.Value);
}
