using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>
/// The only widgets that a front end creates: the buttons and axes of a game controller, which only it knows. They are accepted
/// if the notebook shows a <see cref="Controller"/>, up to the number that controllers have.
/// </summary>
internal static class ControllerParts
{
    private const int MaxParts = 256;
    private const int MaxIdLength = 64;

    /// <summary>Returns the widget for a front end's <c>comm_open</c>; null if it may not create one.</summary>
    public static DOMWidget? Adopt(WidgetManager manager, CommMessage message)
    {
        if (message.TargetName != CommTargets.Widget || message.CommId.Length > MaxIdLength || manager.Find(message.CommId) is not null)
            return null;
        var widgets = manager.Widgets;
        if (!widgets.Any(one => one is Controller) || widgets.Count(one => one is ControllerAxis or ControllerButton) >= MaxParts)
            return null;
        using var use = WidgetManager.Use(manager);
        var model = message.Data["state"] is JsonObject state ? state["_model_name"] : null;
        return FrontEndJson.IsText(model, "ControllerButtonModel") ? new ControllerButton { ModelId = message.CommId }
            : FrontEndJson.IsText(model, "ControllerAxisModel") ? new ControllerAxis { ModelId = message.CommId }
            : null;
    }
}
