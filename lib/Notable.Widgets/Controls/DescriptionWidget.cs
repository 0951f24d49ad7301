namespace Notable.Widgets;

/// <summary>A widget with a description beside it.</summary>
public abstract class DescriptionWidget : DOMWidget
{
    private static readonly WidgetAttribute<string> description = Attributes.Text("description");
    private static readonly WidgetAttribute<bool> descriptionAllowHtml = Attributes.Flag("description_allow_html");

    /// <summary>A widget without a description.</summary>
    protected DescriptionWidget(WidgetModel model)
        : base(model)
    {
    }

    /// <summary>The attributes that every such widget has.</summary>
    protected static IReadOnlyList<WidgetAttribute> DescriptionAttributes { get; } =
        [.. DomAttributes, description, descriptionAllowHtml];

    /// <summary>The words beside the control.</summary>
    public string Description { get => Get(description); set => Set(description, value); }

    /// <summary>Whether <see cref="Description"/> is shown as HTML: never with text that comes from outside.</summary>
    public bool DescriptionAllowHtml { get => Get(descriptionAllowHtml); set => Set(descriptionAllowHtml, value); }
}
