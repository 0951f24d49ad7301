// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A picker for a date and time in the visitor's time zone.</summary>
public sealed partial class DatetimePicker : DescriptionWidget, IValueWidget<DateTimeOffset?>
{
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<DateTimeOffset?> max = Attributes.Datetime("max");
    private static readonly WidgetAttribute<DateTimeOffset?> min = Attributes.Datetime("min");
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetAttribute<DateTimeOffset?> value = Attributes.Datetime("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("DatetimeModel"),
        ModelName.Controls("DatetimeView"),
        [.. DescriptionAttributes, disabled, max, min, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public DatetimePicker()
        : base(model)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>The maximum value; null for none.</summary>
    public DateTimeOffset? Max { get => Get(max); set => Set(max, value); }

    /// <summary>The minimum value; null for none.</summary>
    public DateTimeOffset? Min { get => Get(min); set => Set(min, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>The selected value; null for none.</summary>
    public DateTimeOffset? Value { get => Get(DatetimePicker.value); set => Set(DatetimePicker.value, value); }

    internal override void Settle() => Value = Bounds.Clamp(Value, Min, Max);
}
