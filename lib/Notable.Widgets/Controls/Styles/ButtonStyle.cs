namespace Notable.Widgets;

/// <summary>How a button looks.</summary>
public sealed class ButtonStyle : Widget
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
        buttonColor, fontFamily, fontSize, fontStyle, fontVariant, fontWeight, textColor, textDecoration);

    /// <summary>The front end's own look.</summary>
    public ButtonStyle()
        : base(model)
    {
    }

    /// <summary>CSS colour of the button.</summary>
    public string? ButtonColor { get => Get(buttonColor); set => Set(buttonColor, value); }

    /// <summary>CSS font-family of the text.</summary>
    public string? FontFamily { get => Get(fontFamily); set => Set(fontFamily, value); }

    /// <summary>CSS font-size of the text.</summary>
    public string? FontSize { get => Get(fontSize); set => Set(fontSize, value); }

    /// <summary>CSS font-style of the text.</summary>
    public string? FontStyle { get => Get(fontStyle); set => Set(fontStyle, value); }

    /// <summary>CSS font-variant of the text.</summary>
    public string? FontVariant { get => Get(fontVariant); set => Set(fontVariant, value); }

    /// <summary>CSS font-weight of the text.</summary>
    public string? FontWeight { get => Get(fontWeight); set => Set(fontWeight, value); }

    /// <summary>CSS colour of the text.</summary>
    public string? TextColor { get => Get(textColor); set => Set(textColor, value); }

    /// <summary>CSS text-decoration of the text.</summary>
    public string? TextDecoration { get => Get(textDecoration); set => Set(textDecoration, value); }
}
