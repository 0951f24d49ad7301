namespace Notable.Widgets;

/// <summary>Four widgets in the corners of a grid. Where one is missing its neighbor in the row takes the room.</summary>
public sealed class TwoByTwoLayout : Box
{
    private static readonly WidgetModel model = new(ModelName.Controls("GridBoxModel"), ModelName.Controls("GridBoxView"), BoxAttributes);

    /// <summary>The widgets in the corners; each may be left out.</summary>
    public TwoByTwoLayout(Widget? topLeft = null, Widget? topRight = null, Widget? bottomLeft = null, Widget? bottomRight = null)
        : base(model, [])
    {
        var grid = new NamedAreas();
        grid.Row(grid.Name("top-left", topLeft), grid.Name("top-right", topRight));
        grid.Row(grid.Name("bottom-left", bottomLeft), grid.Name("bottom-right", bottomRight));
        Children = grid.Widgets;
        Layout.GridTemplateAreas = grid.Template;
        Layout.GridTemplateColumns = "1fr 1fr";
        Layout.GridGap = "4px";
    }
}
