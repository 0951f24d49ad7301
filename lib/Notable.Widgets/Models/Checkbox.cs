// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A check box.</summary>
public sealed partial class Checkbox : DescriptionWidget, IValueWidget<bool>
{
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<bool> indent = Attributes.Flag("indent", true);
    private static readonly WidgetAttribute<CheckboxStyle> style = Attributes.Own<CheckboxStyle>("style");
    private static readonly WidgetAttribute<bool> value = Attributes.Flag("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("CheckboxModel"),
        ModelName.Controls("CheckboxView"),
        [.. DescriptionAttributes, disabled, indent, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public Checkbox()
        : base(model)
    {
        Style = new CheckboxStyle();
    }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Indent the control to align with other controls with a description.</summary>
    public bool Indent { get => Get(indent); set => Set(indent, value); }

    /// <summary>Styling customizations.</summary>
    public CheckboxStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>Bool value.</summary>
    public bool Value { get => Get(Checkbox.value); set => Set(Checkbox.value, value); }
}
