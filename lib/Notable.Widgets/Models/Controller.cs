// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A game controller connected to the visitor's computer.</summary>
public sealed partial class Controller : DOMWidget
{
    private static readonly WidgetAttribute<IReadOnlyList<ControllerAxis>> axes = Attributes.References<ControllerAxis>("axes");
    private static readonly WidgetAttribute<IReadOnlyList<ControllerButton>> buttons =
        Attributes.References<ControllerButton>("buttons");
    private static readonly WidgetAttribute<bool> connected = Attributes.Flag("connected");
    private static readonly WidgetAttribute<int> index = Attributes.Integer("index", 0);
    private static readonly WidgetAttribute<string> mapping = Attributes.Text("mapping");
    private static readonly WidgetAttribute<string> name = Attributes.Text("name");
    private static readonly WidgetAttribute<double> timestamp = Attributes.Float("timestamp", 0);
    private static readonly WidgetModel model = new(
        ModelName.Controls("ControllerModel"),
        ModelName.Controls("ControllerView"),
        [.. DomAttributes, axes, buttons, connected, index, mapping, name, timestamp]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public Controller()
        : base(model)
    {
    }

    /// <summary>The axes on the gamepad.</summary>
    public IReadOnlyList<ControllerAxis> Axes { get => Get(axes); set => Set(axes, [.. value]); }

    /// <summary>The buttons on the gamepad.</summary>
    public IReadOnlyList<ControllerButton> Buttons { get => Get(buttons); set => Set(buttons, [.. value]); }

    /// <summary>Whether the gamepad is connected.</summary>
    public bool Connected { get => Get(connected); set => Set(connected, value); }

    /// <summary>The id number of the controller.</summary>
    public int Index { get => Get(index); set => Set(index, value); }

    /// <summary>The name of the control mapping.</summary>
    public string Mapping { get => Get(mapping); set => Set(mapping, value); }

    /// <summary>The name of the controller.</summary>
    public string Name { get => Get(name); set => Set(name, value); }

    /// <summary>The last time the data from this gamepad was updated.</summary>
    public double Timestamp { get => Get(timestamp); set => Set(timestamp, value); }
}
