// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A text box for an integer between a minimum and a maximum.</summary>
public sealed partial class BoundedIntText : DescriptionWidget, IValueWidget<int>
{
    private static readonly WidgetAttribute<bool> continuousUpdate = Attributes.Flag("continuous_update");
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<int> max = Attributes.Integer("max", 100);
    private static readonly WidgetAttribute<int> min = Attributes.Integer("min", 0);
    private static readonly WidgetAttribute<int> step = Attributes.Integer("step", 1);
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetAttribute<int> value = Attributes.Integer("value", 0);
    private static readonly WidgetModel model = new(
        ModelName.Controls("BoundedIntTextModel"),
        ModelName.Controls("IntTextView"),
        [.. DescriptionAttributes, continuousUpdate, disabled, max, min, step, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public BoundedIntText()
        : base(model)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>
    /// Update the value as the user types. If false, update on submission, e.g., pressing Enter or navigating away.
    /// </summary>
    public bool ContinuousUpdate { get => Get(continuousUpdate); set => Set(continuousUpdate, value); }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Max value.</summary>
    public int Max { get => Get(max); set => Set(max, value); }

    /// <summary>Min value.</summary>
    public int Min { get => Get(min); set => Set(min, value); }

    /// <summary>Minimum step to increment the value.</summary>
    public int Step { get => Get(step); set => Set(step, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>Int value.</summary>
    public int Value { get => Get(BoundedIntText.value); set => Set(BoundedIntText.value, value); }

    internal override void Settle() => Value = Bounds.Clamp(Value, Min, Max);
}
