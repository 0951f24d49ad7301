// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A color picker. Colors are in CSS notation.</summary>
public sealed partial class ColorPicker : DescriptionWidget, IValueWidget<string>
{
    private static readonly WidgetAttribute<bool> concise = Attributes.Flag("concise");
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetAttribute<string> value = Attributes.Text("value", "black");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ColorPickerModel"),
        ModelName.Controls("ColorPickerView"),
        [.. DescriptionAttributes, concise, disabled, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public ColorPicker()
        : base(model)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>Display short version with just a color selector.</summary>
    public bool Concise { get => Get(concise); set => Set(concise, value); }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>The color value.</summary>
    public string Value { get => Get(ColorPicker.value); set => Set(ColorPicker.value, value); }
}
