using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>Creates the messages to the front end, as in version 2.1 of the widget protocol.</summary>
internal static class WidgetMessages
{
    public static CommMessage Open(Widget widget)
    {
        var (data, buffers) = WithBuffers("state", widget.State.Write());
        var metadata = new JsonObject { ["version"] = CommTargets.ProtocolVersion };
        return new(CommKind.Open, widget.ModelId, CommTargets.Widget, data, metadata, buffers);
    }

    public static CommMessage Update(Widget widget, JsonObject state, string method = "update")
    {
        var (data, buffers) = WithBuffers("state", state);
        data["method"] = method;
        return Message(widget.ModelId, data, buffers);
    }

    public static CommMessage Custom(Widget widget, JsonObject content, IReadOnlyList<ReadOnlyMemory<byte>> buffers) =>
        Message(widget.ModelId, new JsonObject { ["method"] = "custom", ["content"] = content }, buffers);

    /// <summary>Creates a message with all states, for the control comm.</summary>
    public static CommMessage UpdateStates(string commId, IEnumerable<Widget> widgets)
    {
        var states = new JsonObject();
        foreach (var widget in widgets)
            states[widget.ModelId] = SavedState.Of(widget);
        var (paths, buffers) = BinaryBuffers.Extract(states);
        var data = new JsonObject { ["method"] = "update_states", ["states"] = states, ["buffer_paths"] = paths };
        return Message(commId, data, buffers);
    }

    public static CommMessage Close(string commId) => new(CommKind.Close, commId, null, [], [], []);

    private static CommMessage Message(string commId, JsonObject data, IReadOnlyList<ReadOnlyMemory<byte>> buffers) =>
        new(CommKind.Message, commId, null, data, [], buffers);

    private static (JsonObject Data, IReadOnlyList<ReadOnlyMemory<byte>> Buffers) WithBuffers(string key, JsonObject state)
    {
        var (paths, buffers) = BinaryBuffers.Extract(state);
        return (new JsonObject { [key] = state, ["buffer_paths"] = paths }, buffers);
    }
}
