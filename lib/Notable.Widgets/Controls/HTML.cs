namespace Notable.Widgets;

/// <summary>A piece of HTML, shown as it is: text from visitors must be escaped before it gets here.</summary>
public sealed class HTML : DescriptionWidget
{
    private static readonly WidgetAttribute<string> placeholder = Attributes.Text("placeholder", "\u200b");
    private static readonly WidgetAttribute<HTMLStyle?> style = Attributes.Reference<HTMLStyle>("style");
    private static readonly WidgetAttribute<string> value = Attributes.Text("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("HTMLModel"),
        ModelName.Controls("HTMLView"),
        [.. DescriptionAttributes, placeholder, style, value]);

    /// <summary>A widget that shows <paramref name="markup"/>.</summary>
    public HTML(string markup = "")
        : base(model)
    {
        Style = new HTMLStyle();
        Value = markup;
    }

    /// <summary>What is shown where <see cref="Value"/> is empty.</summary>
    public string Placeholder { get => Get(placeholder); set => Set(placeholder, value); }

    /// <summary>How it looks.</summary>
    public HTMLStyle Style { get => Get(style)!; set => Set(style, value); }

    /// <summary>The markup.</summary>
    public string Value { get => Get(HTML.value); set => Set(HTML.value, value); }
}
