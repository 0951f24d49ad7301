// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A text box for a number between a minimum and a maximum.</summary>
public sealed partial class BoundedFloatText : DescriptionWidget, IValueWidget<double>
{
    private static readonly WidgetAttribute<bool> continuousUpdate = Attributes.Flag("continuous_update");
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<double> max = Attributes.Float("max", 100);
    private static readonly WidgetAttribute<double> min = Attributes.Float("min", 0);
    private static readonly WidgetAttribute<double?> step = Attributes.OptionalFloat("step");
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetAttribute<double> value = Attributes.Float("value", 0);
    private static readonly WidgetModel model = new(
        ModelName.Controls("BoundedFloatTextModel"),
        ModelName.Controls("FloatTextView"),
        [.. DescriptionAttributes, continuousUpdate, disabled, max, min, step, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public BoundedFloatText()
        : base(model)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>
    /// Update the value as the user types. If false, update on submission, e.g., pressing Enter or navigating away.
    /// </summary>
    public bool ContinuousUpdate { get => Get(continuousUpdate); set => Set(continuousUpdate, value); }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Max value.</summary>
    public double Max { get => Get(max); set => Set(max, value); }

    /// <summary>Min value.</summary>
    public double Min { get => Get(min); set => Set(min, value); }

    /// <summary>Minimum step to increment the value.</summary>
    public double? Step { get => Get(step); set => Set(step, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>Float value.</summary>
    public double Value { get => Get(BoundedFloatText.value); set => Set(BoundedFloatText.value, value); }

    internal override void Settle() => Value = Bounds.Clamp(Value, Min, Max);
}
