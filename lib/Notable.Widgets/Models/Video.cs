// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>Plays a video.</summary>
public sealed partial class Video : Media
{
    private static readonly WidgetAttribute<bool> autoplay = Attributes.Flag("autoplay", true);
    private static readonly WidgetAttribute<bool> controls = Attributes.Flag("controls", true);
    private static readonly WidgetAttribute<string> format = Attributes.Text("format", "mp4");
    private static readonly WidgetAttribute<string> height = Attributes.Text("height");
    private static readonly WidgetAttribute<bool> loop = Attributes.Flag("loop", true);
    private static readonly WidgetAttribute<string> width = Attributes.Text("width");
    private static readonly WidgetModel model = new(
        ModelName.Controls("VideoModel"),
        ModelName.Controls("VideoView"),
        [.. MediaAttributes, autoplay, controls, format, height, loop, width]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public Video()
        : base(model)
    {
    }

    /// <summary>When true, the video starts when it's displayed.</summary>
    public bool Autoplay { get => Get(autoplay); set => Set(autoplay, value); }

    /// <summary>Specifies that video controls should be displayed (such as a play/pause button etc).</summary>
    public bool Controls { get => Get(controls); set => Set(controls, value); }

    /// <summary>The format of the video.</summary>
    public string Format { get => Get(format); set => Set(format, value); }

    /// <summary>Height of the video in pixels.</summary>
    public string Height { get => Get(height); set => Set(height, value); }

    /// <summary>When true, the video will start from the beginning after finishing.</summary>
    public bool Loop { get => Get(loop); set => Set(loop, value); }

    /// <summary>Width of the video in pixels.</summary>
    public string Width { get => Get(width); set => Set(width, value); }
}
