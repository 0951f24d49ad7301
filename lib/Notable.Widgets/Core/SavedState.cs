using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>Writes the states of widgets that notebooks store, to show the widgets without a kernel.</summary>
internal static class SavedState
{
    /// <summary>Returns the state of a widget, with bytes as leaves of the tree.</summary>
    public static JsonObject Of(Widget widget) => new()
    {
        ["model_name"] = widget.Model.Model.Name,
        ["model_module"] = widget.Model.Model.Module,
        ["model_module_version"] = widget.Model.Model.Version,
        ["state"] = widget.State.Write(),
    };

    /// <summary>
    /// Returns the states of widgets as the notebook metadata <c>application/vnd.jupyter.widget-state+json</c>, with bytes in base64.
    /// </summary>
    public static JsonObject Document(IEnumerable<Widget> widgets)
    {
        var states = new JsonObject();
        foreach (var widget in widgets)
        {
            var saved = Of(widget);
            var (paths, buffers) = BinaryBuffers.Extract(saved["state"]!.AsObject());
            if (buffers.Count > 0)
                saved["buffers"] = new JsonArray([.. paths.Zip(buffers, (path, bytes) => new JsonObject
                {
                    ["encoding"] = "base64",
                    ["path"] = path!.DeepClone(),
                    ["data"] = Convert.ToBase64String(bytes.Span),
                })]);
            states[widget.ModelId] = saved;
        }
        return new JsonObject { ["version_major"] = 2, ["version_minor"] = 0, ["state"] = states };
    }
}
