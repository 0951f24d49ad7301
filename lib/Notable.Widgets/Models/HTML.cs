// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>Shows HTML as it is. Escape text from visitors before showing it.</summary>
public sealed partial class HTML : DescriptionWidget, IValueWidget<string>
{
    private static readonly WidgetAttribute<string> placeholder = Attributes.Text("placeholder", "\u200b");
    private static readonly WidgetAttribute<HTMLStyle> style = Attributes.Own<HTMLStyle>("style");
    private static readonly WidgetAttribute<string> value = Attributes.Text("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("HTMLModel"),
        ModelName.Controls("HTMLView"),
        [.. DescriptionAttributes, placeholder, style, value]);

    /// <summary>Creates the widget and sets its value.</summary>
    public HTML(string value = "")
        : base(model)
    {
        Style = new HTMLStyle();
        Value = value;
    }

    /// <summary>Placeholder text to display when nothing has been typed.</summary>
    public string Placeholder { get => Get(placeholder); set => Set(placeholder, value); }

    /// <summary>Styling customizations.</summary>
    public HTMLStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>String value.</summary>
    public string Value { get => Get(HTML.value); set => Set(HTML.value, value); }
}
