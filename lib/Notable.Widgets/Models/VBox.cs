// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>Shows its children one below another.</summary>
public sealed partial class VBox : Box
{
    private static readonly WidgetModel model = new(
        ModelName.Controls("VBoxModel"),
        ModelName.Controls("VBoxView"),
        [.. BoxAttributes]);

    /// <summary>With its children.</summary>
    public VBox(params IReadOnlyList<Widget> children)
        : base(model, children)
    {
    }
}
