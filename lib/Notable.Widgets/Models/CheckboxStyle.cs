// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>The style of a check box.</summary>
public sealed partial class CheckboxStyle : Widget
{
    private static readonly WidgetAttribute<string?> background = Attributes.OptionalText("background");
    private static readonly WidgetAttribute<string> descriptionWidth = Attributes.Text("description_width");
    private static readonly WidgetModel model = new(
        ModelName.Controls("CheckboxStyleModel"),
        ModelName.Base("StyleView"),
        [background, descriptionWidth]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public CheckboxStyle()
        : base(model)
    {
    }

    /// <summary>Background specifications.</summary>
    public string? Background { get => Get(background); set => Set(background, value); }

    /// <summary>Width of the description to the side of the control.</summary>
    public string DescriptionWidth { get => Get(descriptionWidth); set => Set(descriptionWidth, value); }
}
