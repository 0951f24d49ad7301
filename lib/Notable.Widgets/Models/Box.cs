// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A container for other widgets.</summary>
public partial class Box : DOMWidget
{
    private static readonly WidgetAttribute<string> boxStyle =
        Attributes.Text("box_style", "", "success", "info", "warning", "danger", "");
    private static readonly WidgetAttribute<IReadOnlyList<Widget>> children = Attributes.References<Widget>("children");
    private static readonly WidgetModel model = new(
        ModelName.Controls("BoxModel"),
        ModelName.Controls("BoxView"),
        [.. DomAttributes, boxStyle, children]);

    /// <summary>Creates the widget and sets its children.</summary>
    public Box(params IReadOnlyList<Widget> children)
        : base(model)
    {
        Children = children;
    }

    /// <summary>Creates a widget of a derived class.</summary>
    private protected Box(WidgetModel model, IReadOnlyList<Widget> children)
        : base(model) => Children = children;

    /// <summary>The attributes that all widgets of this kind share.</summary>
    private protected static IReadOnlyList<WidgetAttribute> BoxAttributes { get; } =
        [.. DomAttributes, boxStyle, children];

    /// <summary>
    /// Use a predefined styling for the box. One of <c>success</c>, <c>info</c>, <c>warning</c>, <c>danger</c> or empty.
    /// </summary>
    public string BoxStyle { get => Get(boxStyle); set => Set(boxStyle, value); }

    /// <summary>List of widget children.</summary>
    public IReadOnlyList<Widget> Children { get => Get(children); set => Set(children, [.. value]); }
}
