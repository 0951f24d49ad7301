// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>An axis of a game controller.</summary>
public sealed partial class ControllerAxis : DOMWidget, IValueWidget<double>
{
    private static readonly WidgetAttribute<double> value = Attributes.Float("value", 0);
    private static readonly WidgetModel model = new(
        ModelName.Controls("ControllerAxisModel"),
        ModelName.Controls("ControllerAxisView"),
        [.. DomAttributes, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public ControllerAxis()
        : base(model)
    {
    }

    /// <summary>The value of the axis.</summary>
    public double Value { get => Get(ControllerAxis.value); set => Set(ControllerAxis.value, value); }
}
