namespace Notable.Widgets;

/// <summary>How a control with a description beside it looks.</summary>
public sealed class DescriptionStyle : Widget
{
    private static readonly WidgetAttribute<string> descriptionWidth = Attributes.Text("description_width");
    private static readonly WidgetModel model = new(
        ModelName.Controls("DescriptionStyleModel"),
        ModelName.Base("StyleView"),
        descriptionWidth);

    /// <summary>The front end's own look.</summary>
    public DescriptionStyle()
        : base(model)
    {
    }

    /// <summary>Width of the description beside the control, as CSS writes it; "initial" fits it to the text.</summary>
    public string DescriptionWidth { get => Get(descriptionWidth); set => Set(descriptionWidth, value); }
}
