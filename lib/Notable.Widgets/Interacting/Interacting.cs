namespace Notable.Widgets;

/// <summary>What a notebook calls to try a function out: <c>Interactive((int epochs, bool flip) => ...)</c>.</summary>
public static class Interacting
{
    /// <inheritdoc cref="Widgets.Interactive(Delegate, object?, bool)"/>
    public static Interactive Interactive(Delegate function, object? controls = null, bool manual = false) =>
        new(function, controls, manual);

    /// <summary>A value for a parameter of an <see cref="Widgets.Interactive"/> that nobody can change.</summary>
    public static FixedValue Fixed(object? value) => new(value);
}

/// <summary>A value for a parameter of an <see cref="Interactive"/> that nobody can change.</summary>
/// <param name="Value">The value.</param>
public sealed record FixedValue(object? Value);
