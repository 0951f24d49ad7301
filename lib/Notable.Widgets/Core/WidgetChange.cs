namespace Notable.Widgets;

/// <summary>A change that the person at the front end made.</summary>
/// <param name="Widget">The widget.</param>
/// <param name="Attribute">The protocol's name of the attribute, as <c>value</c>.</param>
/// <param name="OldValue">The value before.</param>
/// <param name="NewValue">The value now.</param>
public sealed record WidgetChange(Widget Widget, string Attribute, object? OldValue, object? NewValue);
