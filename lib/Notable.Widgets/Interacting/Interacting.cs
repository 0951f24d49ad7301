namespace Notable.Widgets;

/// <summary>Functions that create controls to try out a function: <c>Interactive((int epochs, bool flip) => ...)</c>.</summary>
public static class Interacting
{
    /// <inheritdoc cref="Widgets.Interactive(Delegate, object?, bool)"/>
    public static Interactive Interactive(Delegate function, object? controls = null, bool manual = false) =>
        new(function, controls, manual);

    /// <summary>Returns a fixed value for a parameter of an <see cref="Widgets.Interactive"/>, which gets no control.</summary>
    public static FixedValue Fixed(object? value) => new(value);
}

/// <summary>A fixed value for a parameter of an <see cref="Interactive"/>, which gets no control.</summary>
/// <param name="Value">The value.</param>
public sealed record FixedValue(object? Value);
