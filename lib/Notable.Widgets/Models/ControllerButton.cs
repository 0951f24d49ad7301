// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A button of a game controller.</summary>
public sealed partial class ControllerButton : DOMWidget, IValueWidget<double>
{
    private static readonly WidgetAttribute<bool> pressed = Attributes.Flag("pressed");
    private static readonly WidgetAttribute<double> value = Attributes.Float("value", 0);
    private static readonly WidgetModel model = new(
        ModelName.Controls("ControllerButtonModel"),
        ModelName.Controls("ControllerButtonView"),
        [.. DomAttributes, pressed, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public ControllerButton()
        : base(model)
    {
    }

    /// <summary>Whether the button is pressed.</summary>
    public bool Pressed { get => Get(pressed); set => Set(pressed, value); }

    /// <summary>The value of the button.</summary>
    public double Value { get => Get(ControllerButton.value); set => Set(ControllerButton.value, value); }
}
