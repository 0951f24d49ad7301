// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>Shows its children in a CSS grid, defined by its layout.</summary>
public sealed partial class GridBox : Box
{
    private static readonly WidgetModel model = new(
        ModelName.Controls("GridBoxModel"),
        ModelName.Controls("GridBoxView"),
        [.. BoxAttributes]);

    /// <summary>Creates the widget and sets its children.</summary>
    public GridBox(params IReadOnlyList<Widget> children)
        : base(model, children)
    {
    }
}
