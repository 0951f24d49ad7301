using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Notable.Display;

namespace Notable.Widgets;

/// <summary>
/// Manages the widgets of one visitor (one kernel or one page) and their communication with the front end. Messages from the front end are
/// handled one at a time in the order in which <see cref="ReceiveAsync"/> was called.
/// </summary>
public sealed class WidgetManager
{
    private static readonly AsyncLocal<WidgetManager?> current = new();
    private static readonly WidgetManager detached = new(new NoChannel()) { isDetached = true };
    private static readonly FrozenDictionary<string, string> noQuery = FrozenDictionary<string, string>.Empty;
    private readonly Dictionary<string, Widget> open = [];
    private readonly SemaphoreSlim turn = new(1);
    private readonly ICommChannel channel;
    private readonly FrontEndMessages incoming;
    private bool isDetached;

    static WidgetManager() => ProgressView.Live = WidgetProgressView.For;

    /// <summary>Creates a manager without widgets.</summary>
    /// <param name="channel">Receives the messages for the front end.</param>
    public WidgetManager(ICommChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        this.channel = channel;
        incoming = new FrontEndMessages(this);
    }

    /// <summary>
    /// Raised for each message, or part of one, that was ignored because it violated the protocol. Such messages never throw, since
    /// front ends are not trusted.
    /// </summary>
    public event Action<RefusedMessage>? Refused;

    /// <summary>
    /// The manager of the running code. Without one (in a plain program or a unit test), widgets keep their state and are
    /// shown as text.
    /// </summary>
    public static WidgetManager Current => current.Value ?? detached;

    /// <summary>
    /// The query parameters of the visitor's page URL; empty if there is no page. They are untrusted
    /// input.
    /// </summary>
    public IReadOnlyDictionary<string, string> Query { get; set; } = noQuery;

    /// <summary>How much the front end is trusted; completely by default.</summary>
    public FrontEndTrust Trust { get; set; } = new();

    /// <summary>Number of bytes sent by the front end that the widgets hold: texts and files.</summary>
    public long KeptBytes
    {
        get
        {
            lock (Gate)
                return Kept.Bytes;
        }
    }

    /// <summary>Guarded by <see cref="Gate"/>.</summary>
    internal StoredBytes Kept { get; } = new();

    /// <summary>The open widgets, in the order in which they were opened.</summary>
    public IReadOnlyCollection<Widget> Widgets
    {
        get
        {
            lock (Gate)
                return [.. open.Values];
        }
    }

    /// <summary>
    /// Whether a front end with widgets is connected: it has sent a message, as such front ends do when they connect to a kernel or open a
    /// page (VS Code when it shows the first widget).
    /// </summary>
    internal bool HasFrontEnd { get; private set; }

    /// <summary>Guards the states of all widgets. Held while a message is sent, so that messages keep the order of the changes.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>Makes <paramref name="manager"/> current for this execution context until the result is disposed.</summary>
    public static IDisposable Use(WidgetManager manager)
    {
        ArgumentNullException.ThrowIfNull(manager);
        var scope = new Scope(current.Value);
        current.Value = manager;
        return scope;
    }

    /// <summary>Returns the open widget with this model ID; null if there is none.</summary>
    public Widget? Find(string modelId)
    {
        lock (Gate)
            return open.GetValueOrDefault(modelId);
    }

    /// <summary>
    /// Handles a message from the front end: applies an update, echoes it if needed, and runs and awaits the handlers;
    /// answers requests for states. Messages that violate the protocol are ignored and raise <see cref="Refused"/>.
    /// </summary>
    /// <param name="fromFrontEnd">The message; its data may be modified.</param>
    /// <param name="cancellationToken">Cancels the wait for earlier messages; a message being handled is finished.</param>
    /// <exception cref="WidgetHandlerException">A handler of the notebook threw; everything else can still be used.</exception>
    /// <exception cref="OperationCanceledException">Canceled while waiting for earlier messages.</exception>
    public async Task ReceiveAsync(CommMessage fromFrontEnd, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fromFrontEnd);
        HasFrontEnd = true;
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await incoming.HandleAsync(fromFrontEnd).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Returns the state of all widgets in the form that notebooks store in their metadata under <c>widgets</c>,
    /// <c>application/vnd.jupyter.widget-state+json</c>.
    /// </summary>
    public JsonObject SaveState()
    {
        lock (Gate)
            return SavedState.Document(open.Values);
    }

    /// <summary>Closes all widgets and notifies the front end.</summary>
    public void CloseAll()
    {
        lock (Gate)
            foreach (var widget in open.Values.ToArray())
                Close(widget);
    }

    internal void Show(Widget widget)
    {
        if (current.Value is { } user)
            user.RequireOwn(widget);
        Open(widget);
    }

    internal void Set(Widget widget, int attribute, object? value)
    {
        foreach (var reference in widget.Model.Attributes[attribute].References(value))
            RequireOwn(reference);
        lock (Gate)
        {
            var before = widget.State[attribute];
            if (widget.State.Set(attribute, value) && widget.IsOpen)
            {
                RequireOrder(widget, attribute, before);
                OpenReferences(widget);
                widget.Settle();
                // Settle may have set another value, and sent it.
                if (ReferenceEquals(widget.State[attribute], value))
                    channel.Send(WidgetMessages.Update(widget, widget.State.Write(attribute)));
            }
        }
    }

    /// <summary>Reverts a bound that contradicts the other one. Before a widget is shown, its bounds can be set in any order.</summary>
    private static void RequireOrder(Widget widget, int attribute, object? before)
    {
        if (!Bounds.IsBound(widget.Model.Attributes[attribute].Name))
            return;
        try
        {
            Bounds.RequireOrder(widget);
        }
        catch (ArgumentException)
        {
            widget.State.Set(attribute, before);
            throw;
        }
    }

    internal void SendCustom(Widget widget, JsonObject content, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        lock (Gate)
            if (widget.IsOpen)
                channel.Send(WidgetMessages.Custom(widget, content, buffers));
    }

    /// <summary>Sends a message unchanged.</summary>
    internal void Send(CommMessage message) => channel.Send(message);

    internal void Close(Widget widget)
    {
        lock (Gate)
            if (Forget(widget))
                channel.Send(WidgetMessages.Close(widget.ModelId));
    }

    /// <summary>Removes a widget that the front end has closed, or is about to be told to close.</summary>
    internal bool Forget(Widget widget)
    {
        lock (Gate)
        {
            widget.Phase = WidgetPhase.Closed;
            Kept.Forget(widget);
            return open.Remove(widget.ModelId);
        }
    }

    /// <summary>Adopts a widget that the front end has opened, and sends the widgets that belong to it.</summary>
    internal void Adopt(DOMWidget widget)
    {
        lock (Gate)
        {
            widget.Phase = WidgetPhase.Open;
            OpenReferences(widget);
            open.Add(widget.ModelId, widget);
            channel.Send(WidgetMessages.Update(widget, widget.State.Write()));
        }
    }

    internal void Refuse(string commId, string reason) => Refused?.Invoke(new RefusedMessage(commId, reason));

    private void Open(Widget widget)
    {
        lock (Gate)
        {
            if (isDetached || widget.Phase != WidgetPhase.Unopened)
                return;
            Bounds.RequireOrder(widget);
            widget.Phase = WidgetPhase.Opening;
            widget.Settle();
            try
            {
                OpenReferences(widget);
            }
            catch (Exception)
            {
                // A referenced widget cannot be opened. When that is fixed, this one can be.
                widget.Phase = WidgetPhase.Unopened;
                throw;
            }
            widget.Phase = WidgetPhase.Open;
            open.Add(widget.ModelId, widget);
            channel.Send(WidgetMessages.Open(widget));
        }
    }

    private void OpenReferences(Widget widget)
    {
        foreach (var reference in widget.State.References())
            Open(reference);
    }

    private void RequireOwn(Widget widget)
    {
        if (widget.Manager != this)
            throw new InvalidOperationException(
                $"This {widget.GetType().Name} belongs to another session. "
                + "Create widgets in a cell, not in a static member: each visitor needs their own.");
    }

    private sealed class Scope(WidgetManager? outer) : IDisposable
    {
        public void Dispose() => current.Value = outer;
    }
}
