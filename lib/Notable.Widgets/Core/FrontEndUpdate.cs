using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>Handles an <c>update</c> from a front end: reads, stores and echoes it, and runs the handlers.</summary>
internal sealed class FrontEndUpdate(WidgetManager manager, Widget widget)
{
    public async Task ApplyAsync(JsonObject state, JsonNode? bufferPaths, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        try
        {
            BinaryBuffers.Insert(state, bufferPaths, buffers);
        }
        catch (WidgetStateException broken)
        {
            manager.Refuse(widget.ModelId, broken.Message);
            return;
        }
        IReadOnlyList<WidgetChange> changes;
        lock (manager.Gate)
            changes = Store(Read(state));
        foreach (var change in changes)
            await widget.NotifyAsync(change).ConfigureAwait(false);
    }

    /// <summary>Reads the attributes. Invalid ones are refused individually.</summary>
    private List<(int Index, JsonNode? Received, object? Value)> Read(JsonObject state)
    {
        List<(int, JsonNode?, object?)> accepted = [];
        foreach (var (name, node) in state)
        {
            var index = widget.Model.IndexOf(name);
            if (index < 0)
            {
                manager.Refuse(widget.ModelId, $"a {widget.GetType().Name} has no attribute of the name sent");
                continue;
            }
            if (manager.Trust.OnlyInput && !EditableAttributes.Takes(widget, name, manager.Widgets))
            {
                manager.Refuse(widget.ModelId, $"{widget.GetType().Name}.{name} cannot be changed in the front end");
                continue;
            }
            try
            {
                var value = widget.Model.Attributes[index].Read(node, manager.Find);
                if (!Fits(index, node, value))
                    manager.Refuse(widget.ModelId, $"{widget.GetType().Name}.{name}: the widgets' memory limit is reached");
                else if (widget.Accepts(name, value))
                    accepted.Add((index, node, value));
                else
                    RefuseValue(index, name, "the widget offers no such value");
            }
            catch (WidgetStateException broken)
            {
                RefuseValue(index, name, broken.Message);
            }
        }
        return accepted;
    }

    /// <summary>Refuses a value and sends the current one to the front end, so that it does not show the refused value.</summary>
    private void RefuseValue(int index, string name, string reason)
    {
        manager.Refuse(widget.ModelId, $"{widget.GetType().Name}.{name}: {reason}");
        if (EditableAttributes.Takes(widget, name, manager.Widgets) && widget is not FileUpload)
            manager.Send(WidgetMessages.Update(widget, widget.State.Write(index)));
    }

    private bool Fits(int index, JsonNode? received, object? value)
    {
        // Not counted if there is no limit.
        if (manager.Trust.MaxKeptBytes == long.MaxValue)
            return true;
        var size = value is string or ReadOnlyMemory<byte> or IReadOnlyList<UploadedFile> ? 0 : received?.ToJsonString().Length ?? 0;
        return manager.Kept.TryKeep(widget, index, value, size, manager.Trust.MaxKeptBytes);
    }

    /// <summary>
    /// Stores the values and echoes them for the front end's other views. They are not sent back as an update, which could loop
    /// between front end and kernel. If a handler sets another value, that one is sent as usual.
    /// </summary>
    private IReadOnlyList<WidgetChange> Store(List<(int Index, JsonNode? Received, object? Value)> accepted)
    {
        var echo = new JsonObject();
        List<(int Index, object? Value)> before = [];
        foreach (var (index, received, value) in accepted)
        {
            before.Add((index, widget.State[index]));
            widget.State.Set(index, value);
            if (widget.Model.Attributes[index] is { IsEchoed: true } attribute)
                echo[attribute.Name] = received?.DeepClone();
        }
        if (echo.Count > 0)
            manager.Send(WidgetMessages.Update(widget, echo, "echo_update"));
        widget.Settle();
        return
        [
            .. from old in before
               let attribute = widget.Model.Attributes[old.Index]
               let now = widget.State[old.Index]
               where !attribute.AreEqual(old.Value, now)
               select new WidgetChange(widget, attribute.Name, old.Value, now),
        ];
    }
}
