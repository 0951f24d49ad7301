// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>
/// Shows HTML as it is; mathematics between dollar signs may be typeset. Escape text from visitors before showing it.
/// </summary>
public sealed partial class HTMLMath : DescriptionWidget, IValueWidget<string>
{
    private static readonly WidgetAttribute<string> placeholder = Attributes.Text("placeholder", "\u200b");
    private static readonly WidgetAttribute<HTMLMathStyle> style = Attributes.Own<HTMLMathStyle>("style");
    private static readonly WidgetAttribute<string> value = Attributes.Text("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("HTMLMathModel"),
        ModelName.Controls("HTMLMathView"),
        [.. DescriptionAttributes, placeholder, style, value]);

    /// <summary>Creates the widget and sets its value.</summary>
    public HTMLMath(string value = "")
        : base(model)
    {
        Style = new HTMLMathStyle();
        Value = value;
    }

    /// <summary>Placeholder text to display when nothing has been typed.</summary>
    public string Placeholder { get => Get(placeholder); set => Set(placeholder, value); }

    /// <summary>Styling customizations.</summary>
    public HTMLMathStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>String value.</summary>
    public string Value { get => Get(HTMLMath.value); set => Set(HTMLMath.value, value); }
}
