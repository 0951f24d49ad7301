// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>The style of a widget with a description beside it.</summary>
public sealed partial class DescriptionStyle : Widget
{
    private static readonly WidgetAttribute<string> descriptionWidth = Attributes.Text("description_width");
    private static readonly WidgetModel model = new(
        ModelName.Controls("DescriptionStyleModel"),
        ModelName.Base("StyleView"),
        [descriptionWidth]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public DescriptionStyle()
        : base(model)
    {
    }

    /// <summary>Width of the description to the side of the control.</summary>
    public string DescriptionWidth { get => Get(descriptionWidth); set => Set(descriptionWidth, value); }
}
