// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>A button that uploads files.</summary>
public sealed partial class FileUpload : DescriptionWidget, IValueWidget<IReadOnlyList<UploadedFile>>
{
    private static readonly WidgetAttribute<string> accept = Attributes.Text("accept");
    private static readonly WidgetAttribute<string> buttonStyle =
        Attributes.Text("button_style", "", "primary", "success", "info", "warning", "danger", "");
    private static readonly WidgetAttribute<bool> disabled = Attributes.Flag("disabled");
    private static readonly WidgetAttribute<string> error = Attributes.Text("error");
    private static readonly WidgetAttribute<string> icon = Attributes.Text("icon", "upload");
    private static readonly WidgetAttribute<bool> multiple = Attributes.Flag("multiple");
    private static readonly WidgetAttribute<ButtonStyle> style = Attributes.Own<ButtonStyle>("style");
    private static readonly WidgetAttribute<IReadOnlyList<UploadedFile>> value = Attributes.Files("value");
    private static readonly WidgetModel model = new(
        ModelName.Controls("FileUploadModel"),
        ModelName.Controls("FileUploadView"),
        [.. DescriptionAttributes, accept, buttonStyle, disabled, error, icon, multiple, style, value]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public FileUpload()
        : base(model)
    {
        Style = new ButtonStyle();
        Description = "Upload";
    }

    /// <summary>File types to accept, empty string for all.</summary>
    public string Accept { get => Get(accept); set => Set(accept, value); }

    /// <summary>
    /// Use a predefined styling for the button. One of <c>primary</c>, <c>success</c>, <c>info</c>, <c>warning</c>,
    /// <c>danger</c> or empty.
    /// </summary>
    public string ButtonStyle { get => Get(buttonStyle); set => Set(buttonStyle, value); }

    /// <summary>Enable or disable button.</summary>
    public bool Disabled { get => Get(disabled); set => Set(disabled, value); }

    /// <summary>Error message.</summary>
    public string Error { get => Get(error); set => Set(error, value); }

    /// <summary>Font-awesome icon name, without the 'fa-' prefix.</summary>
    public string Icon { get => Get(icon); set => Set(icon, value); }

    /// <summary>If True, allow for multiple files upload.</summary>
    public bool Multiple { get => Get(multiple); set => Set(multiple, value); }

    /// <summary>Styling customizations.</summary>
    public ButtonStyle Style { get => Get(style); set => Set(style, value); }
}
