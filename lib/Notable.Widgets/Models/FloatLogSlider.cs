// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A slider with a logarithmic scale: the values are powers of a base.</summary>
public sealed partial class FloatLogSlider : DescriptionWidget, IValueWidget<double>
{
    private static readonly WidgetAttribute<double> @base = Attributes.Float("base", 10);
    private static readonly WidgetAttribute<string> behavior =
        Attributes.Text("behavior", "drag-tap", "drag-tap", "drag-snap", "tap", "drag", "snap");
    private static readonly WidgetAttribute<bool> continuousUpdate = Attributes.Flag("continuous_update", true);
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<double> max = Attributes.Float("max", 4);
    private static readonly WidgetAttribute<double> min = Attributes.Float("min", 0);
    private static readonly WidgetAttribute<string> orientation =
        Attributes.Text("orientation", "horizontal", "horizontal", "vertical");
    private static readonly WidgetAttribute<bool> readout = Attributes.Flag("readout", true);
    private static readonly WidgetAttribute<string> readoutFormat = Attributes.Text("readout_format", ".3g");
    private static readonly WidgetAttribute<double?> step = Attributes.OptionalFloat("step", 0.1);
    private static readonly WidgetAttribute<SliderStyle> style = Attributes.Own<SliderStyle>("style");
    private static readonly WidgetAttribute<double> value = Attributes.Float("value", 1);
    private static readonly WidgetModel model = new(
        ModelName.Controls("FloatLogSliderModel"),
        ModelName.Controls("FloatLogSliderView"),
        [.. DescriptionAttributes, @base, behavior, continuousUpdate, disabled, max, min, orientation, readout, readoutFormat,
         step, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public FloatLogSlider()
        : base(model)
    {
        Style = new SliderStyle();
    }

    /// <summary>Base for the logarithm.</summary>
    public double Base { get => Get(@base); set => Set(@base, value); }

    /// <summary>
    /// Slider dragging behavior. One of <c>drag-tap</c>, <c>drag-snap</c>, <c>tap</c>, <c>drag</c>, <c>snap</c>.
    /// </summary>
    public string Behavior { get => Get(behavior); set => Set(behavior, value); }

    /// <summary>Update the value of the widget as the user is holding the slider.</summary>
    public bool ContinuousUpdate { get => Get(continuousUpdate); set => Set(continuousUpdate, value); }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Max value for the exponent.</summary>
    public double Max { get => Get(max); set => Set(max, value); }

    /// <summary>Min value for the exponent.</summary>
    public double Min { get => Get(min); set => Set(min, value); }

    /// <summary>Vertical or horizontal. One of <c>horizontal</c>, <c>vertical</c>.</summary>
    public string Orientation { get => Get(orientation); set => Set(orientation, value); }

    /// <summary>Display the current value of the slider next to it.</summary>
    public bool Readout { get => Get(readout); set => Set(readout, value); }

    /// <summary>Format for the readout.</summary>
    public string ReadoutFormat { get => Get(readoutFormat); set => Set(readoutFormat, value); }

    /// <summary>Minimum step in the exponent to increment the value.</summary>
    public double? Step { get => Get(step); set => Set(step, value); }

    /// <summary>Styling customizations.</summary>
    public SliderStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>Float value.</summary>
    public double Value { get => Get(FloatLogSlider.value); set => Set(FloatLogSlider.value, value); }
}
