// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A date picker.</summary>
public sealed partial class DatePicker : DescriptionWidget, IValueWidget<DateOnly?>
{
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<DateOnly?> max = Attributes.Date("max");
    private static readonly WidgetAttribute<DateOnly?> min = Attributes.Date("min");
    private static readonly WidgetAttribute<int?> step = Attributes.IntegerOrAny("step", 1);
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetAttribute<DateOnly?> value = Attributes.Date("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("DatePickerModel"),
        ModelName.Controls("DatePickerView"),
        [.. DescriptionAttributes, disabled, max, min, step, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public DatePicker()
        : base(model)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>The maximum value; null for none.</summary>
    public DateOnly? Max { get => Get(max); set => Set(max, value); }

    /// <summary>The minimum value; null for none.</summary>
    public DateOnly? Min { get => Get(min); set => Set(min, value); }

    /// <summary>The date step to use for the picker, in days, or "any". Null is "any".</summary>
    public int? Step { get => Get(step); set => Set(step, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>The selected value; null for none.</summary>
    public DateOnly? Value { get => Get(DatePicker.value); set => Set(DatePicker.value, value); }

    internal override void Settle() => Value = Bounds.Clamp(Value, Min, Max);
}
