using System.Text.Json.Nodes;
using Notable.Display;
using static System.FormattableString;

namespace Notable.Widgets;

/// <summary>
/// One Jupyter widget: a state that this process and a front end share. A widget belongs to the
/// <see cref="WidgetManager.Current"/> of the code that makes it, and so to one visitor. The front end learns of it when it
/// is first shown, or when a shown widget first refers to it; from then on every change of an attribute is sent at once.
/// Attributes may be set from any thread.
/// </summary>
public abstract class Widget : IDisplayable
{
    /// <summary>The mime type under which front ends find a shown widget.</summary>
    public const string ViewMimeType = "application/vnd.jupyter.widget-view+json";

    private Dictionary<string, EventHandlers<WidgetChange>>? observers;

    /// <summary>A widget of the current manager.</summary>
    /// <param name="model">Its kind.</param>
    protected Widget(WidgetModel model) => State = new WidgetState(model);

    /// <summary>The name of the model and of its comm; unique.</summary>
    public string ModelId { get; internal init; } = Guid.NewGuid().ToString("n");

    /// <summary>The manager, and so the visitor, that the widget belongs to.</summary>
    public WidgetManager Manager { get; } = WidgetManager.Current;

    /// <summary>The widget's kind.</summary>
    public WidgetModel Model => State.Model;

    /// <summary>Whether the front end knows the widget.</summary>
    public bool IsOpen => Phase == WidgetPhase.Open;

    internal WidgetState State { get; }

    internal WidgetPhase Phase { get; set; }

    /// <summary>
    /// Runs <paramref name="handler"/> whenever the front end has changed the attribute (not when this process has set it).
    /// </summary>
    /// <param name="attribute">The protocol's name, as <c>value</c>.</param>
    /// <param name="handler">Awaited before the next message of this visitor is looked at.</param>
    /// <exception cref="ArgumentException">The widget has no such attribute.</exception>
    public void Observe(string attribute, Func<WidgetChange, Task> handler) => Observers(attribute).Add(handler);

    /// <inheritdoc cref="Observe(string, Func{WidgetChange, Task})"/>
    public void Observe(string attribute, Action<WidgetChange> handler) => Observers(attribute).Add(handler);

    /// <summary>Takes the widget away from the front end; its state stays readable here.</summary>
    public void Close() => Manager.Close(this);

    /// <summary>The widget for a front end, and its text. Opens the widget, and before it all that it refers to.</summary>
    /// <exception cref="InvalidOperationException">The code that shows it runs for another visitor.</exception>
    public MimeBundle ToMimeBundle()
    {
        Manager.Show(this);
        var text = Displays.IsForeign ? $"{ToString()}\nThis widget works in Notable's own kernel; the kernel that runs this notebook shows only its text." : ToString();
        return MimeBundle.Text(text).With(ViewMimeType, new JsonObject
        {
            ["version_major"] = 2,
            ["version_minor"] = 0,
            ["model_id"] = ModelId,
        });
    }

    /// <summary>The kind and the texts and numbers that were set, as <c>Label(value="$100")</c>.</summary>
    public override string ToString()
    {
        var set = Enumerable.Range(0, Model.Attributes.Count)
            .Where(State.IsSet)
            .Select(index => (Model.Attributes[index].Name, Value: State[index]))
            .Where(pair => pair.Value is string or bool or int or double)
            .Select(pair => pair.Value is string text ? $"{pair.Name}=\"{text}\"" : Invariant($"{pair.Name}={pair.Value}"));
        return $"{GetType().Name}({string.Join(", ", set)})";
    }

    /// <summary>The attribute's value.</summary>
    protected T Get<T>(WidgetAttribute<T> attribute)
    {
        lock (Manager.Gate)
            return (T)State[Model.IndexOf(attribute.Name)]!;
    }

    /// <summary>Sets the attribute and, where the front end knows the widget and the value is another one, tells it.</summary>
    /// <exception cref="ArgumentException">The front end knows no such value of the attribute.</exception>
    protected void Set<T>(WidgetAttribute<T> attribute, T value)
    {
        attribute.Check(value);
        Manager.Set(this, Model.IndexOf(attribute.Name), value);
    }

    /// <summary>Sends a message of the widget's own kind to its view.</summary>
    /// <param name="content">The content; what it means is between the widget and its view.</param>
    /// <param name="buffers">Bytes beside it.</param>
    protected void SendCustom(JsonObject content, params IReadOnlyList<ReadOnlyMemory<byte>> buffers) =>
        Manager.SendCustom(this, content, buffers);

    /// <summary>Takes a message of the widget's own kind from its view. Unknown ones are refused.</summary>
    /// <returns>Whether the message was understood.</returns>
    protected internal virtual Task<bool> ReceiveCustomAsync(JsonObject content, IReadOnlyList<ReadOnlyMemory<byte>> buffers) =>
        Task.FromResult(false);

    /// <summary>Runs what the widget itself does after the front end has changed an attribute; observers come after it.</summary>
    protected internal virtual Task ChangedAsync(WidgetChange change) => Task.CompletedTask;

    /// <summary>The attribute that a widget with a value keeps it in.</summary>
    internal virtual string ValueAttribute => "value";

    /// <summary>Whether the front end may set the attribute to this value, which is one of the attribute's type.</summary>
    internal virtual bool Accepts(string attribute, object? value) => true;

    /// <summary>
    /// Brings attributes into accord with one another, as a value between its bounds. Called before the widget is first shown
    /// and after each change from then on: until it is shown its bounds may come after its value.
    /// </summary>
    internal virtual void Settle()
    {
    }

    internal void RequireAttribute(string attribute)
    {
        if (Model.IndexOf(attribute) < 0)
            throw new ArgumentException(
                $"A {GetType().Name} has no attribute '{attribute}'. "
                + $"It has {string.Join(", ", Model.Attributes.Select(one => one.Name))}.",
                nameof(attribute));
    }

    internal async Task NotifyAsync(WidgetChange change)
    {
        await ChangedAsync(change).ConfigureAwait(false);
        if (observers?.GetValueOrDefault(change.Attribute) is { } handlers)
            await handlers.RunAsync(this, change.Attribute, change).ConfigureAwait(false);
    }

    private EventHandlers<WidgetChange> Observers(string attribute)
    {
        RequireAttribute(attribute);
        lock (Manager.Gate)
        {
            observers ??= [];
            if (!observers.TryGetValue(attribute, out var handlers))
                observers[attribute] = handlers = new EventHandlers<WidgetChange>();
            return handlers;
        }
    }
}
