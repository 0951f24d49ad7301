namespace Notable.Widgets;

/// <summary>A line of text; HTML in it is shown as text, mathematics between dollar signs may be typeset.</summary>
public sealed class Label : DescriptionWidget
{
    private static readonly WidgetAttribute<string> placeholder = Attributes.Text("placeholder", "\u200b");
    private static readonly WidgetAttribute<LabelStyle?> style = Attributes.Reference<LabelStyle>("style");
    private static readonly WidgetAttribute<string> value = Attributes.Text("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("LabelModel"),
        ModelName.Controls("LabelView"),
        [.. DescriptionAttributes, placeholder, style, value]);

    /// <summary>A label that shows <paramref name="text"/>.</summary>
    public Label(string text = "")
        : base(model)
    {
        Style = new LabelStyle();
        Value = text;
    }

    /// <summary>What is shown where <see cref="Value"/> is empty.</summary>
    public string Placeholder { get => Get(placeholder); set => Set(placeholder, value); }

    /// <summary>How it looks.</summary>
    public LabelStyle Style { get => Get(style)!; set => Set(style, value); }

    /// <summary>The text.</summary>
    public string Value { get => Get(Label.value); set => Set(Label.value, value); }
}
