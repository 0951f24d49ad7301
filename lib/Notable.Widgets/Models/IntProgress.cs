// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A progress bar for an integer.</summary>
public sealed partial class IntProgress : DescriptionWidget, IValueWidget<int>
{
    private static readonly WidgetAttribute<string> barStyle =
        Attributes.Text("bar_style", "", "success", "info", "warning", "danger", "");
    private static readonly WidgetAttribute<int> max = Attributes.Integer("max", 100);
    private static readonly WidgetAttribute<int> min = Attributes.Integer("min", 0);
    private static readonly WidgetAttribute<string> orientation =
        Attributes.Text("orientation", "horizontal", "horizontal", "vertical");
    private static readonly WidgetAttribute<ProgressStyle> style = Attributes.Own<ProgressStyle>("style");
    private static readonly WidgetAttribute<int> value = Attributes.Integer("value", 0);
    private static readonly WidgetModel model = new(
        ModelName.Controls("IntProgressModel"),
        ModelName.Controls("ProgressView"),
        [.. DescriptionAttributes, barStyle, max, min, orientation, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public IntProgress()
        : base(model)
    {
        Style = new ProgressStyle();
    }

    /// <summary>
    /// Use a predefined styling for the progress bar. One of <c>success</c>, <c>info</c>, <c>warning</c>, <c>danger</c> or
    /// empty.
    /// </summary>
    public string BarStyle { get => Get(barStyle); set => Set(barStyle, value); }

    /// <summary>Max value.</summary>
    public int Max { get => Get(max); set => Set(max, value); }

    /// <summary>Min value.</summary>
    public int Min { get => Get(min); set => Set(min, value); }

    /// <summary>Vertical or horizontal. One of <c>horizontal</c>, <c>vertical</c>.</summary>
    public string Orientation { get => Get(orientation); set => Set(orientation, value); }

    /// <summary>Styling customizations.</summary>
    public ProgressStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>Int value.</summary>
    public int Value { get => Get(IntProgress.value); set => Set(IntProgress.value, value); }
}
