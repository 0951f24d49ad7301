// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A list of numbers, shown as tags that can be added, removed and reordered.</summary>
public sealed partial class FloatsInput : DescriptionWidget, IValueWidget<IReadOnlyList<double>>
{
    private static readonly WidgetAttribute<bool> allowDuplicates = Attributes.Flag("allow_duplicates", true);
    private static readonly WidgetAttribute<IReadOnlyList<double>> allowedTags = Attributes.Floats("allowed_tags");
    private static readonly WidgetAttribute<string> format = Attributes.Text("format", ".1f");
    private static readonly WidgetAttribute<double?> max = Attributes.OptionalFloat("max");
    private static readonly WidgetAttribute<double?> min = Attributes.OptionalFloat("min");
    private static readonly WidgetAttribute<string> placeholder = Attributes.Text("placeholder", "\u200b");
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetAttribute<string> tagStyle =
        Attributes.Text("tag_style", "", "primary", "success", "info", "warning", "danger", "");
    private static readonly WidgetAttribute<IReadOnlyList<double>> value = Attributes.Floats("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("FloatsInputModel"),
        ModelName.Controls("FloatsInputView"),
        [.. DescriptionAttributes, allowDuplicates, allowedTags, format, max, min, placeholder, style, tagStyle, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public FloatsInput()
        : base(model)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>Whether the same tag may occur more than once.</summary>
    public bool AllowDuplicates { get => Get(allowDuplicates); set => Set(allowDuplicates, value); }

    /// <summary>The allowed tags; empty for any.</summary>
    public IReadOnlyList<double> AllowedTags { get => Get(allowedTags); set => Set(allowedTags, [.. value]); }

    /// <summary>Number format in d3-format notation.</summary>
    public string Format { get => Get(format); set => Set(format, value); }

    /// <summary>The maximum value; null for none.</summary>
    public double? Max { get => Get(max); set => Set(max, value); }

    /// <summary>The minimum value; null for none.</summary>
    public double? Min { get => Get(min); set => Set(min, value); }

    /// <summary>Text shown while the field is empty.</summary>
    public string Placeholder { get => Get(placeholder); set => Set(placeholder, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>
    /// Use a predefined styling for the tags. One of <c>primary</c>, <c>success</c>, <c>info</c>, <c>warning</c>,
    /// <c>danger</c> or empty.
    /// </summary>
    public string TagStyle { get => Get(tagStyle); set => Set(tagStyle, value); }

    /// <summary>List of float tags.</summary>
    public IReadOnlyList<double> Value { get => Get(FloatsInput.value); set => Set(FloatsInput.value, [.. value]); }
}
