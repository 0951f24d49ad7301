// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>Shows its children in a grid, which its layout describes.</summary>
public sealed partial class GridBox : Box
{
    private static readonly WidgetModel model = new(
        ModelName.Controls("GridBoxModel"),
        ModelName.Controls("GridBoxView"),
        [.. BoxAttributes]);

    /// <summary>With its children.</summary>
    public GridBox(params IReadOnlyList<Widget> children)
        : base(model, children)
    {
    }
}
