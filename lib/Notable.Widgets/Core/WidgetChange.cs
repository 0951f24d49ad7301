namespace Notable.Widgets;

/// <summary>A change made in the front end.</summary>
/// <param name="Widget">The widget.</param>
/// <param name="Attribute">The attribute's name in the protocol, for example <c>value</c>.</param>
/// <param name="OldValue">The value before.</param>
/// <param name="NewValue">The value now.</param>
public sealed record WidgetChange(Widget Widget, string Attribute, object? OldValue, object? NewValue);
