// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>What widgets that show a file's bytes have in common.</summary>
public partial class Media : DOMWidget, IValueWidget<ReadOnlyMemory<byte>>
{
    private static readonly WidgetAttribute<ReadOnlyMemory<byte>> value = Attributes.Bytes("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("DOMWidgetModel"),
        ModelName.Controls(null),
        [.. DomAttributes, value]);

    /// <summary>With the front end's own defaults.</summary>
    public Media()
        : base(model)
    {
    }

    /// <summary>For a kind derived from this one.</summary>
    private protected Media(WidgetModel model)
        : base(model)
    {
    }

    /// <summary>The attributes that every such widget has.</summary>
    private protected static IReadOnlyList<WidgetAttribute> MediaAttributes { get; } =
        [.. DomAttributes, value];
}
