// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A progress bar for a number.</summary>
public sealed partial class FloatProgress : DescriptionWidget, IValueWidget<double>
{
    private static readonly WidgetAttribute<string?> barStyle =
        Attributes.OptionalText("bar_style", "", "success", "info", "warning", "danger", "");
    private static readonly WidgetAttribute<double> max = Attributes.Float("max", 100);
    private static readonly WidgetAttribute<double> min = Attributes.Float("min", 0);
    private static readonly WidgetAttribute<string> orientation =
        Attributes.Text("orientation", "horizontal", "horizontal", "vertical");
    private static readonly WidgetAttribute<ProgressStyle> style = Attributes.Own<ProgressStyle>("style");
    private static readonly WidgetAttribute<double> value = Attributes.Float("value", 0);
    private static readonly WidgetModel model = new(
        ModelName.Controls("FloatProgressModel"),
        ModelName.Controls("ProgressView"),
        [.. DescriptionAttributes, barStyle, max, min, orientation, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public FloatProgress()
        : base(model)
    {
        Style = new ProgressStyle();
    }

    /// <summary>
    /// Use a predefined styling for the progress bar. One of <c>success</c>, <c>info</c>, <c>warning</c>, <c>danger</c> or
    /// empty.
    /// </summary>
    public string? BarStyle { get => Get(barStyle); set => Set(barStyle, value); }

    /// <summary>Max value.</summary>
    public double Max { get => Get(max); set => Set(max, value); }

    /// <summary>Min value.</summary>
    public double Min { get => Get(min); set => Set(min, value); }

    /// <summary>Vertical or horizontal. One of <c>horizontal</c>, <c>vertical</c>.</summary>
    public string Orientation { get => Get(orientation); set => Set(orientation, value); }

    /// <summary>Styling customizations.</summary>
    public ProgressStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>Float value.</summary>
    public double Value { get => Get(FloatProgress.value); set => Set(FloatProgress.value, value); }
}
