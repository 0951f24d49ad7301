// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>The style of a row of toggle buttons.</summary>
public sealed partial class ToggleButtonsStyle : Widget
{
    private static readonly WidgetAttribute<string> buttonWidth = Attributes.Text("button_width");
    private static readonly WidgetAttribute<string> descriptionWidth = Attributes.Text("description_width");
    private static readonly WidgetAttribute<string> fontWeight = Attributes.Text("font_weight");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ToggleButtonsStyleModel"),
        ModelName.Base("StyleView"),
        [buttonWidth, descriptionWidth, fontWeight]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public ToggleButtonsStyle()
        : base(model)
    {
    }

    /// <summary>The width of each button.</summary>
    public string ButtonWidth { get => Get(buttonWidth); set => Set(buttonWidth, value); }

    /// <summary>Width of the description to the side of the control.</summary>
    public string DescriptionWidth { get => Get(descriptionWidth); set => Set(descriptionWidth, value); }

    /// <summary>Text font weight of each button.</summary>
    public string FontWeight { get => Get(fontWeight); set => Set(fontWeight, value); }
}
