namespace Notable.Widgets;

/// <summary>How a progress bar looks.</summary>
public sealed class ProgressStyle : Widget
{
    private static readonly WidgetAttribute<string?> barColor = Attributes.OptionalText("bar_color");
    private static readonly WidgetAttribute<string> descriptionWidth = Attributes.Text("description_width");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ProgressStyleModel"),
        ModelName.Base("StyleView"),
        barColor, descriptionWidth);

    /// <summary>The front end's own look.</summary>
    public ProgressStyle()
        : base(model)
    {
    }

    /// <summary>CSS colour of the bar.</summary>
    public string? BarColor { get => Get(barColor); set => Set(barColor, value); }

    /// <summary>Width of the description beside the control, as CSS writes it; "initial" fits it to the text.</summary>
    public string DescriptionWidth { get => Get(descriptionWidth); set => Set(descriptionWidth, value); }
}
