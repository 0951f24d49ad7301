namespace Notable.Widgets;

/// <summary>Extension methods for widgets with a value: <c>slider.OnChange(value => label.Value = $"{value}")</c>.</summary>
public static class ValueWidgets
{
    /// <summary>
    /// Runs <paramref name="handler"/> with the value whenever the person at the front end has changed it (not when this
    /// process has set it). It is awaited before the visitor's next message is handled.
    /// </summary>
    public static void OnChange<T>(this IValueWidget<T> widget, Func<T, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(widget);
        ArgumentNullException.ThrowIfNull(handler);
        var observed = (Widget)widget;
        observed.Observe(observed.ValueAttribute, _ => handler(widget.Value));
    }

    /// <inheritdoc cref="OnChange{T}(IValueWidget{T}, Func{T, Task})"/>
    public static void OnChange<T>(this IValueWidget<T> widget, Action<T> handler)
    {
        ArgumentNullException.ThrowIfNull(widget);
        ArgumentNullException.ThrowIfNull(handler);
        var observed = (Widget)widget;
        observed.Observe(observed.ValueAttribute, _ => handler(widget.Value));
    }
}
