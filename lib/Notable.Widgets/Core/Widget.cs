using System.Text.Json.Nodes;
using Notable.Display;
using static System.FormattableString;

namespace Notable.Widgets;

/// <summary>
/// Base class of Jupyter widgets. A widget is a state shared by this process and a front end. It belongs to the
/// <see cref="WidgetManager.Current"/> of the code that creates it, and so to one visitor. It is sent to the front end when it
/// is first shown, or when a shown widget first refers to it; from then on each change of an attribute is sent at once.
/// Attributes can be set from any thread.
/// </summary>
public abstract class Widget : IDisplayable
{
    /// <summary>The MIME type of a displayed widget.</summary>
    public const string ViewMimeType = "application/vnd.jupyter.widget-view+json";

    private Dictionary<string, EventHandlers<WidgetChange>>? observers;

    /// <summary>Creates a widget of the current manager.</summary>
    /// <param name="model">The kind of widget.</param>
    protected Widget(WidgetModel model) => State = new WidgetState(model);

    /// <summary>Unique ID of the model and of its comm.</summary>
    public string ModelId { get; internal init; } = Guid.NewGuid().ToString("n");

    /// <summary>The manager that the widget belongs to.</summary>
    public WidgetManager Manager { get; } = WidgetManager.Current;

    /// <summary>The widget's kind.</summary>
    public WidgetModel Model => State.Model;

    /// <summary>Whether the widget is open in the front end.</summary>
    public bool IsOpen => Phase == WidgetPhase.Open;

    internal WidgetState State { get; }

    internal WidgetPhase Phase { get; set; }

    /// <summary>
    /// Runs <paramref name="handler"/> whenever the front end has changed the attribute (not when this process has set it).
    /// </summary>
    /// <param name="attribute">The attribute's name in the protocol, for example <c>value</c>.</param>
    /// <param name="handler">Awaited before the visitor's next message is handled.</param>
    /// <exception cref="ArgumentException">The widget does not have this attribute.</exception>
    public void Observe(string attribute, Func<WidgetChange, Task> handler) => Observers(attribute).Add(handler);

    /// <inheritdoc cref="Observe(string, Func{WidgetChange, Task})"/>
    public void Observe(string attribute, Action<WidgetChange> handler) => Observers(attribute).Add(handler);

    /// <summary>Removes the widget from the front end. Its state stays readable in this process.</summary>
    public void Close() => Manager.Close(this);

    /// <summary>
    /// Returns the widget's MIME bundle. Opens the widget in the front end, and before it the widgets it refers to. Its text is shown where
    /// widgets can't be, such as on a converted page or in a viewer of notebooks, and says so.
    /// </summary>
    /// <exception cref="InvalidOperationException">The running code belongs to another visitor.</exception>
    public MimeBundle ToMimeBundle()
    {
        Manager.Show(this);
        var note = Displays.IsForeign
            ? "This widget works in Notable's own kernel; the kernel of this notebook shows only its text."
            : "This is only the widget's text. The widget itself is shown while the notebook runs, by a front end with Jupyter widgets.";
        // Not as HTML: ipywidgets had such a note and removed it because of problems in the classic notebook (its pull request 2007).
        return MimeBundle.Text($"{ToString()}\n{note}").With(ViewMimeType, new JsonObject
        {
            ["version_major"] = 2,
            ["version_minor"] = 0,
            ["model_id"] = ModelId,
        });
    }

    /// <summary>Returns the kind and the attributes that were set, for example <c>Label(value="$100")</c>.</summary>
    public override string ToString()
    {
        var set = Enumerable.Range(0, Model.Attributes.Count)
            .Where(State.IsSet)
            .Select(index => (Model.Attributes[index].Name, Value: State[index]))
            .Where(pair => pair.Value is string or bool or int or double)
            .Select(pair => pair.Value is string text ? $"{pair.Name}=\"{text}\"" : Invariant($"{pair.Name}={pair.Value}"));
        return $"{GetType().Name}({string.Join(", ", set)})";
    }

    /// <summary>Returns the value of an attribute.</summary>
    protected T Get<T>(WidgetAttribute<T> attribute)
    {
        lock (Manager.Gate)
            return (T)State[Model.IndexOf(attribute.Name)]!;
    }

    /// <summary>Sets an attribute. If the widget is open and the value differs, the front end is notified.</summary>
    /// <exception cref="ArgumentException">The attribute does not accept this value.</exception>
    protected void Set<T>(WidgetAttribute<T> attribute, T value)
    {
        attribute.Check(value);
        Manager.Set(this, Model.IndexOf(attribute.Name), value);
    }

    /// <summary>Sends a custom message to the widget's view.</summary>
    /// <param name="content">The content, as agreed between the widget and its view.</param>
    /// <param name="buffers">Binary buffers of the message.</param>
    protected void SendCustom(JsonObject content, params IReadOnlyList<ReadOnlyMemory<byte>> buffers) =>
        Manager.SendCustom(this, content, buffers);

    /// <summary>Handles a custom message from the widget's view. Unknown messages are refused.</summary>
    /// <returns>Whether the message was understood.</returns>
    protected internal virtual Task<bool> ReceiveCustomAsync(JsonObject content, IReadOnlyList<ReadOnlyMemory<byte>> buffers) =>
        Task.FromResult(false);

    /// <summary>Called after the front end changes an attribute, before observers. Override to react.</summary>
    protected internal virtual Task ChangedAsync(WidgetChange change) => Task.CompletedTask;

    /// <summary>The name of the attribute with the widget's value.</summary>
    internal virtual string ValueAttribute => "value";

    /// <summary>Returns whether the front end may set an attribute to this value.</summary>
    internal virtual bool Accepts(string attribute, object? value) => true;

    /// <summary>
    /// Makes attributes consistent, such as a value and its bounds. Called before the widget is first shown and after each later
    /// change, so that code may set the bounds after the value.
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
