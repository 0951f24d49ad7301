namespace Notable.Widgets;

/// <summary>A widget handler of the notebook threw an exception, which is the inner exception. The widget and the session stay usable.</summary>
/// <param name="widget">The widget whose handler threw.</param>
/// <param name="eventName">The event, for example <c>click</c> or <c>value</c>.</param>
/// <param name="cause">What the handler threw.</param>
public sealed class WidgetHandlerException(Widget widget, string eventName, Exception cause)
    : Exception($"The handler for '{eventName}' of a {widget.GetType().Name} failed: {cause.Message}", cause)
{
    /// <summary>The widget whose handler threw.</summary>
    public Widget Widget => widget;

    /// <summary>The event, for example <c>click</c> or <c>value</c>.</summary>
    public string EventName => eventName;
}
