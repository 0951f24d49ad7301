// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>Radio buttons that select one option.</summary>
/// <typeparam name="T">The type of the options' values.</typeparam>
public partial class RadioButtons<T> : SingleSelection<T>
{
    private static readonly WidgetAttribute<IReadOnlyList<string>> optionsLabels = Attributes.Texts("_options_labels");
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<int?> index = Attributes.OptionalInteger("index");
    private static readonly WidgetAttribute<string> orientation =
        Attributes.Text("orientation", "vertical", "horizontal", "vertical");
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetModel model = new(
        ModelName.Controls("RadioButtonsModel"),
        ModelName.Controls("RadioButtonsView"),
        [.. DescriptionAttributes, optionsLabels, disabled, index, orientation, style]);

    /// <summary>Creates the widget with these options. If it selects one option, it starts with the first.</summary>
    public RadioButtons(params IReadOnlyList<Option<T>> options)
        : base(model, options)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Vertical or horizontal. One of <c>horizontal</c>, <c>vertical</c>.</summary>
    public string Orientation { get => Get(orientation); set => Set(orientation, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }
}

/// <summary>Radio buttons that select one option. The options are texts.</summary>
public sealed class RadioButtons : RadioButtons<string>
{
    /// <summary>Creates the widget with these texts as options.</summary>
    public RadioButtons(params IReadOnlyList<Option<string>> options)
        : base(options)
    {
    }
}
