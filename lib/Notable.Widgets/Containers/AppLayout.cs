namespace Notable.Widgets;

/// <summary>
/// The usual page: a header, a footer, and between them a middle with a bar at each side. What is left out leaves its room to
/// its neighbors.
/// </summary>
public sealed class AppLayout : Box
{
    private static readonly WidgetModel model = new(ModelName.Controls("GridBoxModel"), ModelName.Controls("GridBoxView"), BoxAttributes);

    /// <summary>The parts of the page; each may be left out.</summary>
    public AppLayout(Widget? header = null, Widget? left = null, Widget? center = null, Widget? right = null, Widget? footer = null)
        : base(model, [])
    {
        var grid = new NamedAreas();
        var (top, bottom, middle) = (grid.Name("header", header), grid.Name("footer", footer), grid.Name("center", center));
        grid.Row(top, top, top);
        grid.Row(grid.Name("left-sidebar", left) ?? middle, middle, grid.Name("right-sidebar", right) ?? middle);
        grid.Row(bottom, bottom, bottom);
        Children = grid.Widgets;
        Layout.GridTemplateAreas = grid.Template;
        Layout.GridTemplateColumns = "1fr 2fr 1fr";
        Layout.GridGap = "4px";
    }
}
