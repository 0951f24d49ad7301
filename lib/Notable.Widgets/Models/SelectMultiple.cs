// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A list box that selects any number of options.</summary>
/// <typeparam name="T">The type of the options' values.</typeparam>
public partial class SelectMultiple<T> : Selection<T>
{
    private static readonly WidgetAttribute<IReadOnlyList<string>> optionsLabels = Attributes.Texts("_options_labels");
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<IReadOnlyList<int>> index = Attributes.Integers("index");
    private static readonly WidgetAttribute<int> rows = Attributes.Integer("rows", 5);
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetModel model = new(
        ModelName.Controls("SelectMultipleModel"),
        ModelName.Controls("SelectMultipleView"),
        [.. DescriptionAttributes, optionsLabels, disabled, index, rows, style]);

    /// <summary>Creates the widget with these options. If it selects one option, it starts with the first.</summary>
    public SelectMultiple(params IReadOnlyList<Option<T>> options)
        : base(model, options)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>The number of rows to display.</summary>
    public int Rows { get => Get(rows); set => Set(rows, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }
}

/// <summary>A list box that selects any number of options. The options are texts.</summary>
public sealed class SelectMultiple : SelectMultiple<string>
{
    /// <summary>Creates the widget with these texts as options.</summary>
    public SelectMultiple(params IReadOnlyList<Option<string>> options)
        : base(options)
    {
    }
}
