namespace Notable.Widgets;

/// <summary>
/// Thrown when a widget handler of the notebook throws; the inner exception is the handler's. The widget and the session can still be used.
/// </summary>
/// <param name="widget">The widget whose handler threw.</param>
/// <param name="eventName">The event, for example <c>click</c> or <c>value</c>.</param>
/// <param name="cause">The handler's exception.</param>
public sealed class WidgetHandlerException(Widget widget, string eventName, Exception cause)
    : Exception($"The handler for '{eventName}' of a {widget.GetType().Name} failed: {cause.Message}", cause)
{
    /// <summary>The widget whose handler threw.</summary>
    public Widget Widget => widget;

    /// <summary>The event, for example <c>click</c> or <c>value</c>.</summary>
    public string EventName => eventName;
}
