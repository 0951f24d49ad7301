using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>Dispatches the messages of a front end, which are not trusted.</summary>
internal sealed class FrontEndMessages(WidgetManager manager)
{
    /// <summary>The number of control comms remembered. A front end opens one per page load.</summary>
    private const int MaxControlComms = 8;
    private readonly List<string> controlComms = [];

    public Task HandleAsync(CommMessage message)
    {
        if (!FrontEndJson.IsReadable(message.Data))
        {
            manager.Refuse(message.CommId, "a text in it is not valid Unicode");
            return Task.CompletedTask;
        }
        switch (message.Kind)
        {
            case CommKind.Open:
                Open(message);
                return Task.CompletedTask;
            case CommKind.Close:
                Close(message.CommId);
                return Task.CompletedTask;
            default:
                return MessageAsync(message);
        }
    }

    private void Open(CommMessage message)
    {
        if (message.TargetName == CommTargets.Control)
        {
            if (controlComms.Count == MaxControlComms)
                controlComms.RemoveAt(0);
            controlComms.Add(message.CommId);
        }
        else if (ControllerParts.Adopt(manager, message) is { } part)
        {
            manager.Adopt(part);
        }
        else
        {
            manager.Refuse(message.CommId, "a front end may open only comms of the target jupyter.widget.control and a controller's parts");
            if (manager.Find(message.CommId) is null)
                manager.Send(WidgetMessages.Close(message.CommId));
        }
    }

    private void Close(string commId)
    {
        if (controlComms.Remove(commId))
            return;
        if (manager.Find(commId) is { } widget)
            manager.Forget(widget);
        else
            manager.Refuse(commId, "the front end closed a comm that is not open");
    }

    private async Task MessageAsync(CommMessage message)
    {
        var method = message.Data["method"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        if (manager.Find(message.CommId) is { } widget)
            await WidgetMessageAsync(widget, method, message).ConfigureAwait(false);
        else if (!controlComms.Contains(message.CommId))
            manager.Refuse(message.CommId, "the message is for a comm that is not open");
        else if (method == "request_states")
            lock (manager.Gate)
                manager.Send(WidgetMessages.UpdateStates(message.CommId, manager.Widgets));
        else
            manager.Refuse(message.CommId, "the control comm knows only the method request_states");
    }

    private async Task WidgetMessageAsync(Widget widget, string? method, CommMessage message)
    {
        switch (method)
        {
            case "update" when message.Data["state"] is JsonObject state:
                var update = new FrontEndUpdate(manager, widget);
                await update.ApplyAsync(state, message.Data["buffer_paths"], message.Buffers).ConfigureAwait(false);
                break;
            case "request_state":
                lock (manager.Gate)
                    manager.Send(WidgetMessages.Update(widget, widget.State.Write()));
                break;
            case "custom" when message.Data["content"] is JsonObject content:
                await CustomAsync(widget, content, message.Buffers).ConfigureAwait(false);
                break;
            default:
                manager.Refuse(widget.ModelId, "expected an update with a state, a request_state, or a custom with a content");
                break;
        }
    }

    private async Task CustomAsync(Widget widget, JsonObject content, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        try
        {
            if (!await widget.ReceiveCustomAsync(content, buffers).ConfigureAwait(false))
                manager.Refuse(widget.ModelId, $"a {widget.GetType().Name} does not know this custom message");
        }
        catch (WidgetStateException broken)
        {
            manager.Refuse(widget.ModelId, $"{widget.GetType().Name}: {broken.Message}");
        }
    }
}
