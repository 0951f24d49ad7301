// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A button that is either on or off; a click switches it.</summary>
public sealed partial class ToggleButton : DescriptionWidget, IValueWidget<bool>
{
    private static readonly WidgetAttribute<string> buttonStyle =
        Attributes.Text("button_style", "", "primary", "success", "info", "warning", "danger", "");
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<string> icon = Attributes.Text("icon");
    private static readonly WidgetAttribute<ToggleButtonStyle> style = Attributes.Own<ToggleButtonStyle>("style");
    private static readonly WidgetAttribute<bool> value = Attributes.Flag("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ToggleButtonModel"),
        ModelName.Controls("ToggleButtonView"),
        [.. DescriptionAttributes, buttonStyle, disabled, icon, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public ToggleButton()
        : base(model)
    {
        Style = new ToggleButtonStyle();
    }

    /// <summary>
    /// Use a predefined styling for the button. One of <c>primary</c>, <c>success</c>, <c>info</c>, <c>warning</c>,
    /// <c>danger</c> or empty.
    /// </summary>
    public string ButtonStyle { get => Get(buttonStyle); set => Set(buttonStyle, value); }

    /// <summary>Enable or disable user changes.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Font-awesome icon.</summary>
    public string Icon { get => Get(icon); set => Set(icon, value); }

    /// <summary>Styling customizations.</summary>
    public ToggleButtonStyle Style { get => Get(style); set => Set(style, value); }

    /// <summary>Bool value.</summary>
    public bool Value { get => Get(ToggleButton.value); set => Set(ToggleButton.value, value); }
}
