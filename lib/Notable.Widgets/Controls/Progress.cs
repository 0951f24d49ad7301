namespace Notable.Widgets;

/// <summary>A bar that shows how far something is.</summary>
public abstract class Progress : DescriptionWidget
{
    private static readonly WidgetAttribute<string> barStyle =
        Attributes.Text("bar_style", "", "success", "info", "warning", "danger", "");
    private static readonly WidgetAttribute<string> orientation =
        Attributes.Text("orientation", "horizontal", "horizontal", "vertical");
    private static readonly WidgetAttribute<ProgressStyle?> style = Attributes.Reference<ProgressStyle>("style");

    /// <summary>An empty bar.</summary>
    protected Progress(WidgetModel model)
        : base(model) => Style = new ProgressStyle();

    /// <summary>The attributes that every bar has.</summary>
    protected static IReadOnlyList<WidgetAttribute> ProgressAttributes { get; } =
        [.. DescriptionAttributes, barStyle, orientation, style];

    /// <summary>One of <c>success</c>, <c>info</c>, <c>warning</c>, <c>danger</c> or empty.</summary>
    public string BarStyle { get => Get(barStyle); set => Set(barStyle, value); }

    /// <summary><c>horizontal</c> or <c>vertical</c>.</summary>
    public string Orientation { get => Get(orientation); set => Set(orientation, value); }

    /// <summary>How it looks.</summary>
    public ProgressStyle Style { get => Get(style)!; set => Set(style, value); }
}

/// <summary>A bar over whole numbers.</summary>
public sealed class IntProgress : Progress
{
    private static readonly WidgetAttribute<int> max = Attributes.Integer("max", 100);
    private static readonly WidgetAttribute<int> min = Attributes.Integer("min", 0);
    private static readonly WidgetAttribute<int> value = Attributes.Integer("value", 0);
    private static readonly WidgetModel model = new(
        ModelName.Controls("IntProgressModel"),
        ModelName.Controls("ProgressView"),
        [.. ProgressAttributes, max, min, value]);

    /// <summary>A bar from 0 to 100, at 0.</summary>
    public IntProgress()
        : base(model)
    {
    }

    /// <summary>The value at which the bar is full.</summary>
    public int Max { get => Get(max); set => Set(max, value); }

    /// <summary>The value at which the bar is empty.</summary>
    public int Min { get => Get(min); set => Set(min, value); }

    /// <summary>How far it is.</summary>
    public int Value { get => Get(IntProgress.value); set => Set(IntProgress.value, value); }
}

/// <summary>A bar over numbers.</summary>
public sealed class FloatProgress : Progress
{
    private static readonly WidgetAttribute<double> max = Attributes.Float("max", 100);
    private static readonly WidgetAttribute<double> min = Attributes.Float("min", 0);
    private static readonly WidgetAttribute<double> value = Attributes.Float("value", 0);
    private static readonly WidgetModel model = new(
        ModelName.Controls("FloatProgressModel"),
        ModelName.Controls("ProgressView"),
        [.. ProgressAttributes, max, min, value]);

    /// <summary>A bar from 0 to 100, at 0.</summary>
    public FloatProgress()
        : base(model)
    {
    }

    /// <summary>The value at which the bar is full.</summary>
    public double Max { get => Get(max); set => Set(max, value); }

    /// <summary>The value at which the bar is empty.</summary>
    public double Min { get => Get(min); set => Set(min, value); }

    /// <summary>How far it is; finite.</summary>
    public double Value { get => Get(FloatProgress.value); set => Set(FloatProgress.value, value); }
}
