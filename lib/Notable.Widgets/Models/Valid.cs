// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A mark that shows whether something is valid.</summary>
public sealed partial class Valid : DescriptionWidget, IValueWidget<bool>
{
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<string> readout = Attributes.Text("readout", "Invalid");
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetAttribute<bool> value = Attributes.Flag("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ValidModel"),
        ModelName.Controls("ValidView"),
        [.. DescriptionAttributes, disabled, readout, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public Valid()
        : base(model)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Message displayed when the value is False.</summary>
    public string Readout { get => Get(readout); set => Set(readout, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>Bool value.</summary>
    public bool Value { get => Get(Valid.value); set => Set(Valid.value, value); }
}
