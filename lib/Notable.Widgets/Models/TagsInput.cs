// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A list of texts, shown as tags that can be added, removed and reordered.</summary>
public sealed partial class TagsInput : DescriptionWidget, IValueWidget<IReadOnlyList<string>>
{
    private static readonly WidgetAttribute<bool> allowDuplicates = Attributes.Flag("allow_duplicates", true);
    private static readonly WidgetAttribute<IReadOnlyList<string>> allowedTags = Attributes.Texts("allowed_tags");
    private static readonly WidgetAttribute<string> placeholder = Attributes.Text("placeholder", "\u200b");
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetAttribute<string> tagStyle =
        Attributes.Text("tag_style", "", "primary", "success", "info", "warning", "danger", "");
    private static readonly WidgetAttribute<IReadOnlyList<string>> value = Attributes.Texts("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("TagsInputModel"),
        ModelName.Controls("TagsInputView"),
        [.. DescriptionAttributes, allowDuplicates, allowedTags, placeholder, style, tagStyle, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public TagsInput()
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

    /// <summary>
    /// Use a predefined styling for the tags. One of <c>primary</c>, <c>success</c>, <c>info</c>, <c>warning</c>,
    /// <c>danger</c> or empty.
    /// </summary>
    public string TagStyle { get => Get(tagStyle); set => Set(tagStyle, value); }

    /// <summary>List of string tags.</summary>
    public IReadOnlyList<string> Value { get => Get(TagsInput.value); set => Set(TagsInput.value, [.. value]); }
}
