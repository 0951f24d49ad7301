// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A list of integers, shown as tags that can be added, removed and reordered.</summary>
public sealed partial class IntsInput : DescriptionWidget, IValueWidget<IReadOnlyList<int>>
{
    private static readonly WidgetAttribute<bool> allowDuplicates = Attributes.Flag("allow_duplicates", true);
    private static readonly WidgetAttribute<IReadOnlyList<int>> allowedTags = Attributes.Integers("allowed_tags");
    private static readonly WidgetAttribute<string> format = Attributes.Text("format", "d");
    private static readonly WidgetAttribute<int?> max = Attributes.OptionalInteger("max");
    private static readonly WidgetAttribute<int?> min = Attributes.OptionalInteger("min");
    private static readonly WidgetAttribute<string> placeholder = Attributes.Text("placeholder", "\u200b");
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetAttribute<string> tagStyle =
        Attributes.Text("tag_style", "", "primary", "success", "info", "warning", "danger", "");
    private static readonly WidgetAttribute<IReadOnlyList<int>> value = Attributes.Integers("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("IntsInputModel"),
        ModelName.Controls("IntsInputView"),
        [.. DescriptionAttributes, allowDuplicates, allowedTags, format, max, min, placeholder, style, tagStyle, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public IntsInput()
        : base(model)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>Whether the same tag may occur more than once.</summary>
    public bool AllowDuplicates { get => Get(allowDuplicates); set => Set(allowDuplicates, value); }

    /// <summary>The allowed tags; empty for any.</summary>
    public IReadOnlyList<int> AllowedTags { get => Get(allowedTags); set => Set(allowedTags, [.. value]); }

    /// <summary>Number format in d3-format notation.</summary>
    public string Format { get => Get(format); set => Set(format, value); }

    /// <summary>The maximum value; null for none.</summary>
    public int? Max { get => Get(max); set => Set(max, value); }

    /// <summary>The minimum value; null for none.</summary>
    public int? Min { get => Get(min); set => Set(min, value); }

    /// <summary>Text shown while the field is empty.</summary>
    public string Placeholder { get => Get(placeholder); set => Set(placeholder, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>
    /// Use a predefined styling for the tags. One of <c>primary</c>, <c>success</c>, <c>info</c>, <c>warning</c>,
    /// <c>danger</c> or empty.
    /// </summary>
    public string TagStyle { get => Get(tagStyle); set => Set(tagStyle, value); }

    /// <summary>List of int tags.</summary>
    public IReadOnlyList<int> Value { get => Get(IntsInput.value); set => Set(IntsInput.value, [.. value]); }
}
