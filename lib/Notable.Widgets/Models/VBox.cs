// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>Shows its children one below the other.</summary>
public sealed partial class VBox : Box
{
    private static readonly WidgetModel model = new(
        ModelName.Controls("VBoxModel"),
        ModelName.Controls("VBoxView"),
        [.. BoxAttributes]);

    /// <summary>Creates the widget and sets its children.</summary>
    public VBox(params IReadOnlyList<Widget> children)
        : base(model, children)
    {
    }
}
