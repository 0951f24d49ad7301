// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A slider with two handles that selects a range of numbers.</summary>
public sealed partial class FloatRangeSlider : DescriptionWidget, IValueWidget<(double Lower, double Upper)>
{
    private static readonly WidgetAttribute<string> behavior =
        Attributes.Text("behavior", "drag-tap", "drag-tap", "drag-snap", "tap", "drag", "snap");
    private static readonly WidgetAttribute<bool> continuousUpdate = Attributes.Flag("continuous_update", true);
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<double> max = Attributes.Float("max", 100);
    private static readonly WidgetAttribute<double> min = Attributes.Float("min", 0);
    private static readonly WidgetAttribute<string> orientation =
        Attributes.Text("orientation", "horizontal", "horizontal", "vertical");
    private static readonly WidgetAttribute<bool> readout = Attributes.Flag("readout", true);
    private static readonly WidgetAttribute<string> readoutFormat = Attributes.Text("readout_format", ".2f");
    private static readonly WidgetAttribute<double?> step = Attributes.OptionalFloat("step", 0.1);
    private static readonly WidgetAttribute<SliderStyle> style = Attributes.Own<SliderStyle>("style");
    private static readonly WidgetAttribute<(double Lower, double Upper)> value = Attributes.FloatRange("value", 0, 1);
    private static readonly WidgetModel model = new(
        ModelName.Controls("FloatRangeSliderModel"),
        ModelName.Controls("FloatRangeSliderView"),
        [.. DescriptionAttributes, behavior, continuousUpdate, disabled, max, min, orientation, readout, readoutFormat, step,
         style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public FloatRangeSlider()
        : base(model)
    {
        Style = new SliderStyle();
    }

    /// <summary>
    /// Slider dragging behavior. One of <c>drag-tap</c>, <c>drag-snap</c>, <c>tap</c>, <c>drag</c>, <c>snap</c>.
    /// </summary>
    public string Behavior { get => Get(behavior); set => Set(behavior, value); }

    /// <summary>Update the value of the widget as the user is sliding the slider.</summary>
    public bool ContinuousUpdate { get => Get(continuousUpdate); set => Set(continuousUpdate, value); }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Max value.</summary>
    public double Max { get => Get(max); set => Set(max, value); }

    /// <summary>Min value.</summary>
    public double Min { get => Get(min); set => Set(min, value); }

    /// <summary>Vertical or horizontal. One of <c>horizontal</c>, <c>vertical</c>.</summary>
    public string Orientation { get => Get(orientation); set => Set(orientation, value); }

    /// <summary>Display the current value of the slider next to it.</summary>
    public bool Readout { get => Get(readout); set => Set(readout, value); }

    /// <summary>Format for the readout.</summary>
    public string ReadoutFormat { get => Get(readoutFormat); set => Set(readoutFormat, value); }

    /// <summary>Minimum step to increment the value.</summary>
    public double? Step { get => Get(step); set => Set(step, value); }

    /// <summary>Styling customizations.</summary>
    public SliderStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>Tuple of (lower, upper) bounds.</summary>
    public (double Lower, double Upper) Value { get => Get(FloatRangeSlider.value); set => Set(FloatRangeSlider.value, value); }

    internal override void Settle() => Value = Bounds.Clamp(Value, Min, Max);
}
