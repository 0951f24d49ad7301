namespace Notable.Widgets;

/// <summary>Base class of widgets with a description beside them.</summary>
public abstract class DescriptionWidget : DOMWidget
{
    private static readonly WidgetAttribute<string> description = Attributes.Text("description");
    private static readonly WidgetAttribute<bool> descriptionAllowHtml = Attributes.Flag("description_allow_html");

    /// <summary>Creates a widget without a description.</summary>
    protected DescriptionWidget(WidgetModel model)
        : base(model)
    {
    }

    /// <summary>The attributes that all widgets of this kind share.</summary>
    protected static IReadOnlyList<WidgetAttribute> DescriptionAttributes { get; } =
        [.. DomAttributes, description, descriptionAllowHtml];

    /// <summary>The text beside the control.</summary>
    public string Description { get => Get(description); set => Set(description, value); }

    /// <summary>Whether <see cref="Description"/> is shown as HTML. Never use it with text from outside the program.</summary>
    public bool DescriptionAllowHtml { get => Get(descriptionAllowHtml); set => Set(descriptionAllowHtml, value); }
}
