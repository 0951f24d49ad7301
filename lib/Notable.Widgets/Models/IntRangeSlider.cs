// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A slider with two handles that selects a range of integers.</summary>
public sealed partial class IntRangeSlider : DescriptionWidget, IValueWidget<(int Lower, int Upper)>
{
    private static readonly WidgetAttribute<string> behavior =
        Attributes.Text("behavior", "drag-tap", "drag-tap", "drag-snap", "tap", "drag", "snap");
    private static readonly WidgetAttribute<bool> continuousUpdate = Attributes.Flag("continuous_update", true);
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<int> max = Attributes.Integer("max", 100);
    private static readonly WidgetAttribute<int> min = Attributes.Integer("min", 0);
    private static readonly WidgetAttribute<string> orientation =
        Attributes.Text("orientation", "horizontal", "horizontal", "vertical");
    private static readonly WidgetAttribute<bool> readout = Attributes.Flag("readout", true);
    private static readonly WidgetAttribute<string> readoutFormat = Attributes.Text("readout_format", "d");
    private static readonly WidgetAttribute<int> step = Attributes.Integer("step", 1);
    private static readonly WidgetAttribute<SliderStyle> style = Attributes.Own<SliderStyle>("style");
    private static readonly WidgetAttribute<(int Lower, int Upper)> value = Attributes.IntegerRange("value", 0, 1);
    private static readonly WidgetModel model = new(
        ModelName.Controls("IntRangeSliderModel"),
        ModelName.Controls("IntRangeSliderView"),
        [.. DescriptionAttributes, behavior, continuousUpdate, disabled, max, min, orientation, readout, readoutFormat, step,
         style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public IntRangeSlider()
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
    public int Max { get => Get(max); set => Set(max, value); }

    /// <summary>Min value.</summary>
    public int Min { get => Get(min); set => Set(min, value); }

    /// <summary>Vertical or horizontal. One of <c>horizontal</c>, <c>vertical</c>.</summary>
    public string Orientation { get => Get(orientation); set => Set(orientation, value); }

    /// <summary>Display the current value of the slider next to it.</summary>
    public bool Readout { get => Get(readout); set => Set(readout, value); }

    /// <summary>Format for the readout.</summary>
    public string ReadoutFormat { get => Get(readoutFormat); set => Set(readoutFormat, value); }

    /// <summary>Minimum step that the value can take.</summary>
    public int Step { get => Get(step); set => Set(step, value); }

    /// <summary>Slider style customizations.</summary>
    public SliderStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>Tuple of (lower, upper) bounds.</summary>
    public (int Lower, int Upper) Value { get => Get(IntRangeSlider.value); set => Set(IntRangeSlider.value, value); }

    internal override void Settle() => Value = Bounds.Clamp(Value, Min, Max);
}
