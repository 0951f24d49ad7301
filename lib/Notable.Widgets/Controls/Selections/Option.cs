namespace Notable.Widgets;

/// <summary>One of the things to choose from. A value alone is its own label: <c>Options = ["$50", "$100"]</c>.</summary>
/// <typeparam name="T">What the option stands for.</typeparam>
/// <param name="Label">The words shown.</param>
/// <param name="Value">What the option stands for.</param>
public readonly record struct Option<T>(string Label, T Value)
{
    /// <summary>An option whose label is the value's text.</summary>
    public static implicit operator Option<T>(T value) =>
        new(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "", value);

    /// <summary>An option from its label and its value: <c>Options = [("fifty", 50), ("hundred", 100)]</c>.</summary>
    public static implicit operator Option<T>((string Label, T Value) pair) => new(pair.Label, pair.Value);
}
