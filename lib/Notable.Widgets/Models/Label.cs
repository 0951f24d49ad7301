// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A line of text. HTML in it is shown as text; mathematics between dollar signs may be typeset.</summary>
public sealed partial class Label : DescriptionWidget, IValueWidget<string>
{
    private static readonly WidgetAttribute<string> placeholder = Attributes.Text("placeholder", "\u200b");
    private static readonly WidgetAttribute<LabelStyle> style = Attributes.Own<LabelStyle>("style");
    private static readonly WidgetAttribute<string> value = Attributes.Text("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("LabelModel"),
        ModelName.Controls("LabelView"),
        [.. DescriptionAttributes, placeholder, style, value]);

    /// <summary>Creates the widget and sets its value.</summary>
    public Label(string value = "")
        : base(model)
    {
        Style = new LabelStyle();
        Value = value;
    }

    /// <summary>Placeholder text to display when nothing has been typed.</summary>
    public string Placeholder { get => Get(placeholder); set => Set(placeholder, value); }

    /// <summary>Styling customizations.</summary>
    public LabelStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>String value.</summary>
    public string Value { get => Get(Label.value); set => Set(Label.value, value); }
}
