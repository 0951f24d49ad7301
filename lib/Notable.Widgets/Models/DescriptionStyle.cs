// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>How a control with a description beside it looks.</summary>
public sealed partial class DescriptionStyle : Widget
{
    private static readonly WidgetAttribute<string> descriptionWidth = Attributes.Text("description_width");
    private static readonly WidgetModel model = new(
        ModelName.Controls("DescriptionStyleModel"),
        ModelName.Base("StyleView"),
        [descriptionWidth]);

    /// <summary>With the front end's own defaults.</summary>
    public DescriptionStyle()
        : base(model)
    {
    }

    /// <summary>Width of the description to the side of the control.</summary>
    public string DescriptionWidth { get => Get(descriptionWidth); set => Set(descriptionWidth, value); }
}
