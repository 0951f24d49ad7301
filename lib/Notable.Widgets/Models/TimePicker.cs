// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A picker for a time of day.</summary>
public sealed partial class TimePicker : DescriptionWidget, IValueWidget<TimeOnly?>
{
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<TimeOnly?> max = Attributes.Time("max");
    private static readonly WidgetAttribute<TimeOnly?> min = Attributes.Time("min");
    private static readonly WidgetAttribute<double?> step = Attributes.FloatOrAny("step", 60);
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetAttribute<TimeOnly?> value = Attributes.Time("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("TimeModel"),
        ModelName.Controls("TimeView"),
        [.. DescriptionAttributes, disabled, max, min, step, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public TimePicker()
        : base(model)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>The maximum value; null for none.</summary>
    public TimeOnly? Max { get => Get(max); set => Set(max, value); }

    /// <summary>The minimum value; null for none.</summary>
    public TimeOnly? Min { get => Get(min); set => Set(min, value); }

    /// <summary>The time step to use for the picker, in seconds, or "any". Null is "any".</summary>
    public double? Step { get => Get(step); set => Set(step, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>The selected value; null for none.</summary>
    public TimeOnly? Value { get => Get(TimePicker.value); set => Set(TimePicker.value, value); }

    internal override void Settle() => Value = Bounds.Clamp(Value, Min, Max);
}
