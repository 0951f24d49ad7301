// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>The style of an HTML widget.</summary>
public sealed partial class HTMLStyle : Widget
{
    private static readonly WidgetAttribute<string?> background = Attributes.OptionalText("background");
    private static readonly WidgetAttribute<string> descriptionWidth = Attributes.Text("description_width");
    private static readonly WidgetAttribute<string?> fontSize = Attributes.OptionalText("font_size");
    private static readonly WidgetAttribute<string?> textColor = Attributes.OptionalText("text_color");
    private static readonly WidgetModel model = new(
        ModelName.Controls("HTMLStyleModel"),
        ModelName.Base("StyleView"),
        [background, descriptionWidth, fontSize, textColor]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public HTMLStyle()
        : base(model)
    {
    }

    /// <summary>Background specifications.</summary>
    public string? Background { get => Get(background); set => Set(background, value); }

    /// <summary>Width of the description to the side of the control.</summary>
    public string DescriptionWidth { get => Get(descriptionWidth); set => Set(descriptionWidth, value); }

    /// <summary>Text font size.</summary>
    public string? FontSize { get => Get(fontSize); set => Set(fontSize, value); }

    /// <summary>Text color.</summary>
    public string? TextColor { get => Get(textColor); set => Set(textColor, value); }
}
