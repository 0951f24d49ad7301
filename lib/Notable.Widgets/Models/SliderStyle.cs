// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>The style of a slider.</summary>
public sealed partial class SliderStyle : Widget
{
    private static readonly WidgetAttribute<string> descriptionWidth = Attributes.Text("description_width");
    private static readonly WidgetAttribute<string?> handleColor = Attributes.OptionalText("handle_color");
    private static readonly WidgetModel model = new(
        ModelName.Controls("SliderStyleModel"),
        ModelName.Base("StyleView"),
        [descriptionWidth, handleColor]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public SliderStyle()
        : base(model)
    {
    }

    /// <summary>Width of the description to the side of the control.</summary>
    public string DescriptionWidth { get => Get(descriptionWidth); set => Set(descriptionWidth, value); }

    /// <summary>Color of the slider handle.</summary>
    public string? HandleColor { get => Get(handleColor); set => Set(handleColor, value); }
}
