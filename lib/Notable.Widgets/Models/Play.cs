// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>Buttons that start and stop an animation, which increases an integer at regular intervals.</summary>
public sealed partial class Play : DescriptionWidget, IValueWidget<int>
{
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<int> interval = Attributes.Integer("interval", 100);
    private static readonly WidgetAttribute<int> max = Attributes.Integer("max", 100);
    private static readonly WidgetAttribute<int> min = Attributes.Integer("min", 0);
    private static readonly WidgetAttribute<bool> playing = Attributes.Flag("playing");
    private static readonly WidgetAttribute<bool> repeat = Attributes.Flag("repeat");
    private static readonly WidgetAttribute<bool> showRepeat = Attributes.Flag("show_repeat", true);
    private static readonly WidgetAttribute<int> step = Attributes.Integer("step", 1);
    private static readonly WidgetAttribute<DescriptionStyle> style = Attributes.Own<DescriptionStyle>("style");
    private static readonly WidgetAttribute<int> value = Attributes.Integer("value", 0);
    private static readonly WidgetModel model = new(
        ModelName.Controls("PlayModel"),
        ModelName.Controls("PlayView"),
        [.. DescriptionAttributes, disabled, interval, max, min, playing, repeat, showRepeat, step, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public Play()
        : base(model)
    {
        Style = new DescriptionStyle();
    }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>The time between two animation steps (ms).</summary>
    public int Interval { get => Get(interval); set => Set(interval, value); }

    /// <summary>Max value.</summary>
    public int Max { get => Get(max); set => Set(max, value); }

    /// <summary>Min value.</summary>
    public int Min { get => Get(min); set => Set(min, value); }

    /// <summary>Whether the control is currently playing.</summary>
    public bool Playing { get => Get(playing); set => Set(playing, value); }

    /// <summary>Whether the control will repeat in a continuous loop.</summary>
    public bool Repeat { get => Get(repeat); set => Set(repeat, value); }

    /// <summary>Show the repeat toggle button in the widget.</summary>
    public bool ShowRepeat { get => Get(showRepeat); set => Set(showRepeat, value); }

    /// <summary>Increment step.</summary>
    public int Step { get => Get(step); set => Set(step, value); }

    /// <summary>Styling customizations.</summary>
    public DescriptionStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>Int value.</summary>
    public int Value { get => Get(Play.value); set => Set(Play.value, value); }

    internal override void Settle() => Value = Bounds.Clamp(Value, Min, Max);
}
