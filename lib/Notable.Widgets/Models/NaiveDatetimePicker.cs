// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A picker for a date and time without a time zone.</summary>
public sealed partial class NaiveDatetimePicker : DescriptionWidget, IValueWidget<DateTime?>
{
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<DateTime?> max = Attributes.NaiveDatetime("max");
    private static readonly WidgetAttribute<DateTime?> min = Attributes.NaiveDatetime("min");
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetAttribute<DateTime?> value = Attributes.NaiveDatetime("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("NaiveDatetimeModel"),
        ModelName.Controls("DatetimeView"),
        [.. DescriptionAttributes, disabled, max, min, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public NaiveDatetimePicker()
        : base(model)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>The maximum value; null for none.</summary>
    public DateTime? Max { get => Get(max); set => Set(max, value); }

    /// <summary>The minimum value; null for none.</summary>
    public DateTime? Min { get => Get(min); set => Set(min, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>The selected value; null for none.</summary>
    public DateTime? Value { get => Get(NaiveDatetimePicker.value); set => Set(NaiveDatetimePicker.value, value); }

    internal override void Settle() => Value = Bounds.Clamp(Value, Min, Max);
}
