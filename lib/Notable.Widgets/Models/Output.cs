// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>Shows what code prints and displays.</summary>
public sealed partial class Output : DOMWidget
{
    private static readonly WidgetAttribute<string> msgId = Attributes.Text("msg_id");
    private static readonly WidgetAttribute<IReadOnlyList<JsonObject>> outputs = Attributes.Objects("outputs");
    private static readonly WidgetModel model = new(
        ModelName.Output("OutputModel"),
        ModelName.Output("OutputView"),
        [.. DomAttributes, msgId, outputs]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public Output()
        : base(model)
    {
    }

    /// <summary>Parent message id of messages to capture.</summary>
    public string MsgId { get => Get(msgId); set => Set(msgId, value); }
}
