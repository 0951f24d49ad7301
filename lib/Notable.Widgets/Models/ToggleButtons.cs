// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A row of buttons that selects one option.</summary>
/// <typeparam name="T">The type of the options' values.</typeparam>
public partial class ToggleButtons<T> : SingleSelection<T>
{
    private static readonly WidgetAttribute<IReadOnlyList<string>> optionsLabels = Attributes.Texts("_options_labels");
    private static readonly WidgetAttribute<string?> buttonStyle =
        Attributes.OptionalText("button_style", "", "primary", "success", "info", "warning", "danger", "");
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<IReadOnlyList<string>> icons = Attributes.Texts("icons");
    private static readonly WidgetAttribute<int?> index = Attributes.OptionalInteger("index");
    private static readonly WidgetAttribute<ToggleButtonsStyle> style = Attributes.Own<ToggleButtonsStyle>("style");
    private static readonly WidgetAttribute<IReadOnlyList<string>> tooltips = Attributes.Texts("tooltips");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ToggleButtonsModel"),
        ModelName.Controls("ToggleButtonsView"),
        [.. DescriptionAttributes, optionsLabels, buttonStyle, disabled, icons, index, style, tooltips]);

    /// <summary>Creates the widget with these options. If it selects one option, it starts with the first.</summary>
    public ToggleButtons(params IReadOnlyList<Option<T>> options)
        : base(model, options)
    {
        Style = new ToggleButtonsStyle();
    }

    /// <summary>
    /// Use a predefined styling for the buttons. One of <c>primary</c>, <c>success</c>, <c>info</c>, <c>warning</c>,
    /// <c>danger</c> or empty.
    /// </summary>
    public string? ButtonStyle { get => Get(buttonStyle); set => Set(buttonStyle, value); }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Icons names for each button (FontAwesome names without the fa- prefix).</summary>
    public IReadOnlyList<string> Icons { get => Get(icons); set => Set(icons, [.. value]); }

    /// <summary>Styling customizations.</summary>
    public ToggleButtonsStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>Tooltips for each button.</summary>
    public IReadOnlyList<string> Tooltips { get => Get(tooltips); set => Set(tooltips, [.. value]); }
}

/// <summary>A row of buttons that selects one option. The options are texts.</summary>
public sealed class ToggleButtons : ToggleButtons<string>
{
    /// <summary>Creates the widget with these texts as options.</summary>
    public ToggleButtons(params IReadOnlyList<Option<string>> options)
        : base(options)
    {
    }
}
