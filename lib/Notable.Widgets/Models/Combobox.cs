// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A text box that suggests options during typing.</summary>
public sealed partial class Combobox : DescriptionWidget, IValueWidget<string>
{
    private static readonly WidgetAttribute<bool> continuousUpdate = Attributes.Flag("continuous_update", true);
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<bool> ensureOption = Attributes.Flag("ensure_option");
    private static readonly WidgetAttribute<IReadOnlyList<string>> options = Attributes.Texts("options");
    private static readonly WidgetAttribute<string> placeholder = Attributes.Text("placeholder", "\u200b");
    private static readonly WidgetAttribute<TextStyle> style = Attributes.Own<TextStyle>("style");
    private static readonly WidgetAttribute<string> value = Attributes.Text("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ComboboxModel"),
        ModelName.Controls("ComboboxView"),
        [.. DescriptionAttributes, continuousUpdate, disabled, ensureOption, options, placeholder, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public Combobox()
        : base(model)
    {
        Style = new TextStyle();
    }

    /// <summary>
    /// Update the value as the user types. If false, update on submission, e.g., pressing Enter or navigating away.
    /// </summary>
    public bool ContinuousUpdate { get => Get(continuousUpdate); set => Set(continuousUpdate, value); }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>If set, ensure value is in options. Implies continuous_update=False.</summary>
    public bool EnsureOption { get => Get(ensureOption); set => Set(ensureOption, value); }

    /// <summary>Dropdown options for the combobox.</summary>
    public IReadOnlyList<string> Options { get => Get(options); set => Set(options, [.. value]); }

    /// <summary>Placeholder text to display when nothing has been typed.</summary>
    public string Placeholder { get => Get(placeholder); set => Set(placeholder, value); }

    /// <summary>Styling customizations.</summary>
    public TextStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>String value.</summary>
    public string Value { get => Get(Combobox.value); set => Set(Combobox.value, value); }
}
