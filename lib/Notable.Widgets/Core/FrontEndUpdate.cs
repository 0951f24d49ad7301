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
        List<WidgetChange> changes = [];
        lock (manager.Gate)
            Store(Read(state), changes);
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
            try
            {
                accepted.Add((index, node, widget.Model.Attributes[index].Read(node, manager.Find)));
            }
            catch (WidgetStateException broken)
            {
                manager.Refuse(widget.ModelId, $"{widget.GetType().Name}.{name}: {broken.Message}");
            }
        }
        return accepted;
    }

    /// <summary>
    /// Stores, and echoes for the front end's other views. The values never go back as an update: front end and kernel
    /// would chase each other. A handler that sets another value sends that one as usual.
    /// </summary>
    private void Store(List<(int Index, JsonNode? Received, object? Value)> accepted, List<WidgetChange> changes)
    {
        var echo = new JsonObject();
        foreach (var (index, received, value) in accepted)
        {
            var attribute = widget.Model.Attributes[index];
            var before = widget.State[index];
            if (widget.State.Set(index, value))
                changes.Add(new WidgetChange(widget, attribute.Name, before, value));
            if (attribute.IsEchoed)
                echo[attribute.Name] = received?.DeepClone();
        }
        if (echo.Count > 0)
            manager.Send(WidgetMessages.Update(widget, echo, "echo_update"));
    }
}
