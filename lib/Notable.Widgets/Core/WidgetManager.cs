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
    /// Tells of each message, or part of one, that was ignored because it broke the protocol. Front ends are not trusted:
    /// such a message never throws.
    /// </summary>
    public event Action<RefusedMessage>? Refused;

    /// <summary>
    /// The manager of the running code. Where none is in use (a plain program, a unit test) widgets keep their state and are
    /// shown as text.
    /// </summary>
    public static WidgetManager Current => current.Value ?? detached;

    /// <summary>
    /// What the address of the visitor's page says after the question mark, by name; empty where there is no page. It comes
    /// from outside and may be anything.
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
    internal KeptValues Kept { get; } = new();

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
    /// Whether a front end takes part: it has sent a message, as all that show widgets do when they meet a kernel or open a
    /// page (VS Code when it shows the first one).
    /// </summary>
    internal bool HasFrontEnd { get; private set; }

    /// <summary>
    /// Guards the states of all widgets; a message is sent under it, so that messages keep the order of the changes.
    /// </summary>
    internal Lock Gate { get; } = new();

    /// <summary>Makes <paramref name="manager"/> current for this flow of execution until the result is disposed.</summary>
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
    /// Handles one message from the front end: applies an update, echoes it where due, runs the handlers and awaits them;
    /// answers requests for states. Messages that break the protocol are ignored and told by <see cref="Refused"/>.
    /// </summary>
    /// <param name="fromFrontEnd">The message; its data may be changed.</param>
    /// <param name="cancellationToken">Ends the wait for the messages before it; what has begun is finished.</param>
    /// <exception cref="WidgetHandlerException">A handler of the notebook threw. All else stays usable.</exception>
    /// <exception cref="OperationCanceledException">Canceled before its turn came.</exception>
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
                // Settling may have set another value, and told of it.
                if (ReferenceEquals(widget.State[attribute], value))
                    channel.Send(WidgetMessages.Update(widget, widget.State.Write(attribute)));
            }
        }
    }

    /// <summary>Takes a bound back that contradicts the other one. Until a widget is shown, its bounds may come in any order.</summary>
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

    /// <summary>Sends as it is.</summary>
    internal void Send(CommMessage message) => channel.Send(message);

    internal void Close(Widget widget)
    {
        lock (Gate)
            if (Forget(widget))
                channel.Send(WidgetMessages.Close(widget.ModelId));
    }

    /// <summary>Lets go of a widget that the front end has closed, or is about to be told to close.</summary>
    internal bool Forget(Widget widget)
    {
        lock (Gate)
        {
            widget.Phase = WidgetPhase.Closed;
            Kept.Forget(widget);
            return open.Remove(widget.ModelId);
        }
    }

    /// <summary>Takes over a widget that the front end has opened: tells it of what belongs to the widget here.</summary>
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
                // A widget within it cannot be opened: once that is mended, this one can.
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
                + "Make widgets in a cell, not in a static member: each visitor needs one.");
    }

    private sealed class Scope(WidgetManager? outer) : IDisposable
    {
        public void Dispose() => current.Value = outer;
    }
}
