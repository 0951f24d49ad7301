// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>Shows a picture from the bytes of an encoded file.</summary>
public sealed partial class Image : Media
{
    private static readonly WidgetAttribute<string> format = Attributes.Text("format", "png");
    private static readonly WidgetAttribute<string> height = Attributes.Text("height");
    private static readonly WidgetAttribute<string> width = Attributes.Text("width");
    private static readonly WidgetModel model = new(
        ModelName.Controls("ImageModel"),
        ModelName.Controls("ImageView"),
        [.. MediaAttributes, format, height, width]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public Image()
        : base(model)
    {
    }

    /// <summary>The format of the image.</summary>
    public string Format { get => Get(format); set => Set(format, value); }

    /// <summary>Height of the image in pixels. Use layout.height for styling the widget.</summary>
    public string Height { get => Get(height); set => Set(height, value); }

    /// <summary>Width of the image in pixels. Use layout.width for styling the widget.</summary>
    public string Width { get => Get(width); set => Set(width, value); }
}
