// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>The style of a progress bar.</summary>
public sealed partial class ProgressStyle : Widget
{
    private static readonly WidgetAttribute<string?> barColor = Attributes.OptionalText("bar_color");
    private static readonly WidgetAttribute<string> descriptionWidth = Attributes.Text("description_width");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ProgressStyleModel"),
        ModelName.Base("StyleView"),
        [barColor, descriptionWidth]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public ProgressStyle()
        : base(model)
    {
    }

    /// <summary>Color of the progress bar.</summary>
    public string? BarColor { get => Get(barColor); set => Set(barColor, value); }

    /// <summary>Width of the description to the side of the control.</summary>
    public string DescriptionWidth { get => Get(descriptionWidth); set => Set(descriptionWidth, value); }
}
