// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A slider with two handles that selects a range of options.</summary>
/// <typeparam name="T">The type of the options' values.</typeparam>
public partial class SelectionRangeSlider<T> : Selection<T>
{
    private static readonly WidgetAttribute<IReadOnlyList<string>> optionsLabels = Attributes.Texts("_options_labels");
    private static readonly WidgetAttribute<string> behavior =
        Attributes.Text("behavior", "drag-tap", "drag-tap", "drag-snap", "tap", "drag", "snap");
    private static readonly WidgetAttribute<bool> continuousUpdate = Attributes.Flag("continuous_update", true);
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<(int Lower, int Upper)> index = Attributes.IntegerRange("index", 0, 0);
    private static readonly WidgetAttribute<string> orientation =
        Attributes.Text("orientation", "horizontal", "horizontal", "vertical");
    private static readonly WidgetAttribute<bool> readout = Attributes.Flag("readout", true);
    private static readonly WidgetAttribute<SliderStyle> style = Attributes.Own<SliderStyle>("style");
    private static readonly WidgetModel model = new(
        ModelName.Controls("SelectionRangeSliderModel"),
        ModelName.Controls("SelectionRangeSliderView"),
        [.. DescriptionAttributes, optionsLabels, behavior, continuousUpdate, disabled, index, orientation, readout, style]);

    /// <summary>Creates the widget with these options. If it selects one option, it starts with the first.</summary>
    public SelectionRangeSlider(params IReadOnlyList<Option<T>> options)
        : base(model, options)
    {
        Style = new SliderStyle();
    }

    /// <summary>
    /// Slider dragging behavior. One of <c>drag-tap</c>, <c>drag-snap</c>, <c>tap</c>, <c>drag</c>, <c>snap</c>.
    /// </summary>
    public string Behavior { get => Get(behavior); set => Set(behavior, value); }

    /// <summary>Update the value of the widget as the user is holding the slider.</summary>
    public bool ContinuousUpdate { get => Get(continuousUpdate); set => Set(continuousUpdate, value); }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Vertical or horizontal. One of <c>horizontal</c>, <c>vertical</c>.</summary>
    public string Orientation { get => Get(orientation); set => Set(orientation, value); }

    /// <summary>Display the current selected label next to the slider.</summary>
    public bool Readout { get => Get(readout); set => Set(readout, value); }

    /// <summary>Styling customizations.</summary>
    public SliderStyle Style { get => Get(style); set => Set(style, value); }
}

/// <summary>A slider with two handles that selects a range of options. The options are texts.</summary>
public sealed class SelectionRangeSlider : SelectionRangeSlider<string>
{
    /// <summary>Creates the widget with these texts as options.</summary>
    public SelectionRangeSlider(params IReadOnlyList<Option<string>> options)
        : base(options)
    {
    }
}
