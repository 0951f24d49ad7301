// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A button that runs handlers when it is clicked.</summary>
public sealed partial class Button : DOMWidget
{
    private static readonly WidgetAttribute<string> buttonStyle =
        Attributes.Text("button_style", "", "primary", "success", "info", "warning", "danger", "");
    private static readonly WidgetAttribute<string> description = Attributes.Text("description");
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<string> icon = Attributes.Text("icon");
    private static readonly WidgetAttribute<ButtonStyle> style = Attributes.Own<ButtonStyle>("style");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ButtonModel"),
        ModelName.Controls("ButtonView"),
        [.. DomAttributes, buttonStyle, description, disabled, icon, style]);

    /// <summary>Creates the widget and sets its description.</summary>
    public Button(string description = "")
        : base(model)
    {
        Style = new ButtonStyle();
        Description = description;
    }

    /// <summary>
    /// Use a predefined styling for the button. One of <c>primary</c>, <c>success</c>, <c>info</c>, <c>warning</c>,
    /// <c>danger</c> or empty.
    /// </summary>
    public string ButtonStyle { get => Get(buttonStyle); set => Set(buttonStyle, value); }

    /// <summary>Button label.</summary>
    public string Description { get => Get(description); set => Set(description, value); }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Font-awesome icon names, without the 'fa-' prefix.</summary>
    public string Icon { get => Get(icon); set => Set(icon, value); }

    /// <summary>Styling customizations.</summary>
    public ButtonStyle Style { get => Get(style); set => Set(style, value); }
}
