// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A drop-down list that selects one option.</summary>
/// <typeparam name="T">The type of the options' values.</typeparam>
public partial class Dropdown<T> : SingleSelection<T>
{
    private static readonly WidgetAttribute<IReadOnlyList<string>> optionsLabels = Attributes.Texts("_options_labels");
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<int?> index = Attributes.OptionalInteger("index");
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetModel model = new(
        ModelName.Controls("DropdownModel"),
        ModelName.Controls("DropdownView"),
        [.. DescriptionAttributes, optionsLabels, disabled, index, style]);

    /// <summary>Creates the widget with these options. If it selects one option, it starts with the first.</summary>
    public Dropdown(params IReadOnlyList<Option<T>> options)
        : base(model, options)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }
}

/// <summary>A drop-down list that selects one option. The options are texts.</summary>
public sealed class Dropdown : Dropdown<string>
{
    /// <summary>Creates the widget with these texts as options.</summary>
    public Dropdown(params IReadOnlyList<Option<string>> options)
        : base(options)
    {
    }
}
