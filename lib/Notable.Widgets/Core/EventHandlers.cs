namespace Notable.Widgets;

/// <summary>The handlers of an event, which run one after another in the order in which they were added.</summary>
internal sealed class EventHandlers<T>
{
    private readonly Lock gate = new();
    private Func<T, Task>[] handlers = [];

    public bool Any => Volatile.Read(ref handlers).Length > 0;

    public void Add(Func<T, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        lock (gate)
            handlers = [.. handlers, handler];
    }

    public void Add(Action<T> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Add(argument =>
        {
            handler(argument);
            return Task.CompletedTask;
        });
    }

    /// <summary>Runs all handlers. The first exception stops the others and is thrown as a <see cref="WidgetHandlerException"/>.</summary>
    public async Task RunAsync(Widget widget, string eventName, T argument)
    {
        foreach (var handler in Volatile.Read(ref handlers))
            try
            {
                await handler(argument).ConfigureAwait(false);
            }
            catch (Exception cause)
            {
                throw new WidgetHandlerException(widget, eventName, cause);
            }
    }
}
