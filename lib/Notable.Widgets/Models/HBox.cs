// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>Shows its children side by side.</summary>
public sealed partial class HBox : Box
{
    private static readonly WidgetModel model = new(
        ModelName.Controls("HBoxModel"),
        ModelName.Controls("HBoxView"),
        [.. BoxAttributes]);

    /// <summary>Creates the widget and sets its children.</summary>
    public HBox(params IReadOnlyList<Widget> children)
        : base(model, children)
    {
    }
}
