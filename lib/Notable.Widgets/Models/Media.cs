// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>Base class of widgets that show the bytes of a file.</summary>
public partial class Media : DOMWidget, IValueWidget<ReadOnlyMemory<byte>>
{
    private static readonly WidgetAttribute<ReadOnlyMemory<byte>> value = Attributes.Bytes("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("DOMWidgetModel"),
        ModelName.Controls(null),
        [.. DomAttributes, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public Media()
        : base(model)
    {
    }

    /// <summary>Creates a widget of a derived class.</summary>
    private protected Media(WidgetModel model)
        : base(model)
    {
    }

    /// <summary>The attributes that all widgets of this kind share.</summary>
    private protected static IReadOnlyList<WidgetAttribute> MediaAttributes { get; } =
        [.. DomAttributes, value];
}
