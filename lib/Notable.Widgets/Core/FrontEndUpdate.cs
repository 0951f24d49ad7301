using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>One <c>update</c> from a front end: reads it, stores it, echoes it, and runs what waits for the change.</summary>
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

    /// <summary>The attributes that can be read; each other one is refused by itself.</summary>
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
            if (manager.Trust.OnlyInput && !PersonInput.Takes(widget, name, manager.Widgets))
            {
                manager.Refuse(widget.ModelId, $"{widget.GetType().Name}.{name} is not for a person to change");
                continue;
            }
            try
            {
                var value = widget.Model.Attributes[index].Read(node, manager.Find);
                if (!Fits(index, node, value))
                    manager.Refuse(widget.ModelId, $"{widget.GetType().Name}.{name}: the widgets keep as much as they may already");
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

    /// <summary>Refuses a value, and tells the front end the one that holds: what a person typed is not to stay there as if it did.</summary>
    private void RefuseValue(int index, string name, string reason)
    {
        manager.Refuse(widget.ModelId, $"{widget.GetType().Name}.{name}: {reason}");
        if (PersonInput.Takes(widget, name, manager.Widgets) && widget is not FileUpload)
            manager.Send(WidgetMessages.Update(widget, widget.State.Write(index)));
    }

    private bool Fits(int index, JsonNode? received, object? value)
    {
        // Nobody counts for a front end that may keep any number.
        if (manager.Trust.MaxKeptBytes == long.MaxValue)
            return true;
        var size = value is string or ReadOnlyMemory<byte> or IReadOnlyList<UploadedFile> ? 0 : received?.ToJsonString().Length ?? 0;
        return manager.Kept.TryKeep(widget, index, value, size, manager.Trust.MaxKeptBytes);
    }

    /// <summary>
    /// Stores, and echoes for the front end's other views. The values never go back as an update: front end and kernel
    /// would chase each other. A handler that sets another value sends that one as usual.
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
