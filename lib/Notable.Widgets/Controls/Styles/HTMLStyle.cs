namespace Notable.Widgets;

/// <summary>How an HTML widget looks.</summary>
public sealed class HTMLStyle : Widget
{
    private static readonly WidgetAttribute<string?> background = Attributes.OptionalText("background");
    private static readonly WidgetAttribute<string> descriptionWidth = Attributes.Text("description_width");
    private static readonly WidgetAttribute<string?> fontSize = Attributes.OptionalText("font_size");
    private static readonly WidgetAttribute<string?> textColor = Attributes.OptionalText("text_color");
    private static readonly WidgetModel model = new(
        ModelName.Controls("HTMLStyleModel"),
        ModelName.Base("StyleView"),
        background, descriptionWidth, fontSize, textColor);

    /// <summary>The front end's own look.</summary>
    public HTMLStyle()
        : base(model)
    {
    }

    /// <summary>CSS background.</summary>
    public string? Background { get => Get(background); set => Set(background, value); }

    /// <summary>Width of the description beside the control, as CSS writes it; "initial" fits it to the text.</summary>
    public string DescriptionWidth { get => Get(descriptionWidth); set => Set(descriptionWidth, value); }

    /// <summary>CSS font-size of the text.</summary>
    public string? FontSize { get => Get(fontSize); set => Set(fontSize, value); }

    /// <summary>CSS colour of the text.</summary>
    public string? TextColor { get => Get(textColor); set => Set(textColor, value); }
}
