// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>The style of a button.</summary>
public sealed partial class ButtonStyle : Widget
{
    private static readonly WidgetAttribute<string?> buttonColor = Attributes.OptionalText("button_color");
    private static readonly WidgetAttribute<string?> fontFamily = Attributes.OptionalText("font_family");
    private static readonly WidgetAttribute<string?> fontSize = Attributes.OptionalText("font_size");
    private static readonly WidgetAttribute<string?> fontStyle = Attributes.OptionalText("font_style");
    private static readonly WidgetAttribute<string?> fontVariant = Attributes.OptionalText("font_variant");
    private static readonly WidgetAttribute<string?> fontWeight = Attributes.OptionalText("font_weight");
    private static readonly WidgetAttribute<string?> textColor = Attributes.OptionalText("text_color");
    private static readonly WidgetAttribute<string?> textDecoration = Attributes.OptionalText("text_decoration");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ButtonStyleModel"),
        ModelName.Base("StyleView"),
        [buttonColor, fontFamily, fontSize, fontStyle, fontVariant, fontWeight, textColor, textDecoration]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public ButtonStyle()
        : base(model)
    {
    }

    /// <summary>Color of the button.</summary>
    public string? ButtonColor { get => Get(buttonColor); set => Set(buttonColor, value); }

    /// <summary>Button text font family.</summary>
    public string? FontFamily { get => Get(fontFamily); set => Set(fontFamily, value); }

    /// <summary>Button text font size.</summary>
    public string? FontSize { get => Get(fontSize); set => Set(fontSize, value); }

    /// <summary>Button text font style.</summary>
    public string? FontStyle { get => Get(fontStyle); set => Set(fontStyle, value); }

    /// <summary>Button text font variant.</summary>
    public string? FontVariant { get => Get(fontVariant); set => Set(fontVariant, value); }

    /// <summary>Button text font weight.</summary>
    public string? FontWeight { get => Get(fontWeight); set => Set(fontWeight, value); }

    /// <summary>Button text color.</summary>
    public string? TextColor { get => Get(textColor); set => Set(textColor, value); }

    /// <summary>Button text decoration.</summary>
    public string? TextDecoration { get => Get(textDecoration); set => Set(textDecoration, value); }
}
