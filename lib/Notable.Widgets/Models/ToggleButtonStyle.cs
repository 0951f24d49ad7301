// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>The style of a toggle button.</summary>
public sealed partial class ToggleButtonStyle : Widget
{
    private static readonly WidgetAttribute<string> descriptionWidth = Attributes.Text("description_width");
    private static readonly WidgetAttribute<string?> fontFamily = Attributes.OptionalText("font_family");
    private static readonly WidgetAttribute<string?> fontSize = Attributes.OptionalText("font_size");
    private static readonly WidgetAttribute<string?> fontStyle = Attributes.OptionalText("font_style");
    private static readonly WidgetAttribute<string?> fontVariant = Attributes.OptionalText("font_variant");
    private static readonly WidgetAttribute<string?> fontWeight = Attributes.OptionalText("font_weight");
    private static readonly WidgetAttribute<string?> textColor = Attributes.OptionalText("text_color");
    private static readonly WidgetAttribute<string?> textDecoration = Attributes.OptionalText("text_decoration");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ToggleButtonStyleModel"),
        ModelName.Base("StyleView"),
        [descriptionWidth, fontFamily, fontSize, fontStyle, fontVariant, fontWeight, textColor, textDecoration]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public ToggleButtonStyle()
        : base(model)
    {
    }

    /// <summary>Width of the description to the side of the control.</summary>
    public string DescriptionWidth { get => Get(descriptionWidth); set => Set(descriptionWidth, value); }

    /// <summary>Toggle button text font family.</summary>
    public string? FontFamily { get => Get(fontFamily); set => Set(fontFamily, value); }

    /// <summary>Toggle button text font size.</summary>
    public string? FontSize { get => Get(fontSize); set => Set(fontSize, value); }

    /// <summary>Toggle button text font style.</summary>
    public string? FontStyle { get => Get(fontStyle); set => Set(fontStyle, value); }

    /// <summary>Toggle button text font variant.</summary>
    public string? FontVariant { get => Get(fontVariant); set => Set(fontVariant, value); }

    /// <summary>Toggle button text font weight.</summary>
    public string? FontWeight { get => Get(fontWeight); set => Set(fontWeight, value); }

    /// <summary>Toggle button text color.</summary>
    public string? TextColor { get => Get(textColor); set => Set(textColor, value); }

    /// <summary>Toggle button text decoration.</summary>
    public string? TextDecoration { get => Get(textDecoration); set => Set(textDecoration, value); }
}
