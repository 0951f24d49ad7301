// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>The style of a label.</summary>
public sealed partial class LabelStyle : Widget
{
    private static readonly WidgetAttribute<string?> background = Attributes.OptionalText("background");
    private static readonly WidgetAttribute<string> descriptionWidth = Attributes.Text("description_width");
    private static readonly WidgetAttribute<string?> fontFamily = Attributes.OptionalText("font_family");
    private static readonly WidgetAttribute<string?> fontSize = Attributes.OptionalText("font_size");
    private static readonly WidgetAttribute<string?> fontStyle = Attributes.OptionalText("font_style");
    private static readonly WidgetAttribute<string?> fontVariant = Attributes.OptionalText("font_variant");
    private static readonly WidgetAttribute<string?> fontWeight = Attributes.OptionalText("font_weight");
    private static readonly WidgetAttribute<string?> textColor = Attributes.OptionalText("text_color");
    private static readonly WidgetAttribute<string?> textDecoration = Attributes.OptionalText("text_decoration");
    private static readonly WidgetModel model = new(
        ModelName.Controls("LabelStyleModel"),
        ModelName.Base("StyleView"),
        [background, descriptionWidth, fontFamily, fontSize, fontStyle, fontVariant, fontWeight, textColor, textDecoration]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public LabelStyle()
        : base(model)
    {
    }

    /// <summary>Background specifications.</summary>
    public string? Background { get => Get(background); set => Set(background, value); }

    /// <summary>Width of the description to the side of the control.</summary>
    public string DescriptionWidth { get => Get(descriptionWidth); set => Set(descriptionWidth, value); }

    /// <summary>Label text font family.</summary>
    public string? FontFamily { get => Get(fontFamily); set => Set(fontFamily, value); }

    /// <summary>Text font size.</summary>
    public string? FontSize { get => Get(fontSize); set => Set(fontSize, value); }

    /// <summary>Label text font style.</summary>
    public string? FontStyle { get => Get(fontStyle); set => Set(fontStyle, value); }

    /// <summary>Label text font variant.</summary>
    public string? FontVariant { get => Get(fontVariant); set => Set(fontVariant, value); }

    /// <summary>Label text font weight.</summary>
    public string? FontWeight { get => Get(fontWeight); set => Set(fontWeight, value); }

    /// <summary>Text color.</summary>
    public string? TextColor { get => Get(textColor); set => Set(textColor, value); }

    /// <summary>Label text decoration.</summary>
    public string? TextDecoration { get => Get(textDecoration); set => Set(textDecoration, value); }
}
