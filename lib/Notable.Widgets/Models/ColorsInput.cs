// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A list of colors, shown as tags that can be added, removed and reordered.</summary>
public sealed partial class ColorsInput : DescriptionWidget, IValueWidget<IReadOnlyList<string>>
{
    private static readonly WidgetAttribute<bool> allowDuplicates = Attributes.Flag("allow_duplicates", true);
    private static readonly WidgetAttribute<IReadOnlyList<string>> allowedTags = Attributes.Texts("allowed_tags");
    private static readonly WidgetAttribute<string> placeholder = Attributes.Text("placeholder", "\u200b");
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetAttribute<IReadOnlyList<string>> value = Attributes.Texts("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ColorsInputModel"),
        ModelName.Controls("ColorsInputView"),
        [.. DescriptionAttributes, allowDuplicates, allowedTags, placeholder, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public ColorsInput()
        : base(model)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>Whether the same tag may occur more than once.</summary>
    public bool AllowDuplicates { get => Get(allowDuplicates); set => Set(allowDuplicates, value); }

    /// <summary>The allowed tags; empty for any.</summary>
    public IReadOnlyList<string> AllowedTags { get => Get(allowedTags); set => Set(allowedTags, [.. value]); }

    /// <summary>Text shown while the field is empty.</summary>
    public string Placeholder { get => Get(placeholder); set => Set(placeholder, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>List of string tags.</summary>
    public IReadOnlyList<string> Value { get => Get(ColorsInput.value); set => Set(ColorsInput.value, [.. value]); }
}
