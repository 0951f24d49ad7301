namespace Notable.Widgets;

/// <summary>Holds other widgets.</summary>
public abstract class Box : DOMWidget
{
    private static readonly WidgetAttribute<string> boxStyle =
        Attributes.Text("box_style", "", "success", "info", "warning", "danger", "");
    private static readonly WidgetAttribute<IReadOnlyList<Widget>> children = Attributes.References<Widget>("children");

    /// <summary>A box of a kind.</summary>
    protected Box(WidgetModel model, IReadOnlyList<Widget> content)
        : base(model) => Children = content;

    /// <summary>The attributes that every box has.</summary>
    protected static IReadOnlyList<WidgetAttribute> BoxAttributes { get; } = [.. DomAttributes, boxStyle, children];

    /// <summary>One of <c>success</c>, <c>info</c>, <c>warning</c>, <c>danger</c> or empty.</summary>
    public string BoxStyle { get => Get(boxStyle); set => Set(boxStyle, value); }

    /// <summary>What the box holds, in order. Changing means setting another list.</summary>
    public IReadOnlyList<Widget> Children { get => Get(children); set => Set(children, [.. value]); }

    /// <summary>The kind, and what it holds. Boxes within are not opened: they may hold one another in a circle.</summary>
    public override string ToString() =>
        $"{GetType().Name}({string.Join(", ", Children.Select(one => one is Box ? one.GetType().Name : one.ToString()))})";
}

/// <summary>Shows its children one below another.</summary>
public sealed class VBox : Box
{
    private static readonly WidgetModel model = new(
        ModelName.Controls("VBoxModel"),
        ModelName.Controls("VBoxView"),
        BoxAttributes);

    /// <summary>A box that holds <paramref name="children"/>.</summary>
    public VBox(params IReadOnlyList<Widget> children)
        : base(model, children)
    {
    }
}

/// <summary>Shows its children one beside another.</summary>
public sealed class HBox : Box
{
    private static readonly WidgetModel model = new(
        ModelName.Controls("HBoxModel"),
        ModelName.Controls("HBoxView"),
        BoxAttributes);

    /// <summary>A box that holds <paramref name="children"/>.</summary>
    public HBox(params IReadOnlyList<Widget> children)
        : base(model, children)
    {
    }
}
