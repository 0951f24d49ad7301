// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>Plays audio.</summary>
public sealed partial class Audio : Media
{
    private static readonly WidgetAttribute<bool> autoplay = Attributes.Flag("autoplay", true);
    private static readonly WidgetAttribute<bool> controls = Attributes.Flag("controls", true);
    private static readonly WidgetAttribute<string> format = Attributes.Text("format", "mp3");
    private static readonly WidgetAttribute<bool> loop = Attributes.Flag("loop", true);
    private static readonly WidgetModel model = new(
        ModelName.Controls("AudioModel"),
        ModelName.Controls("AudioView"),
        [.. MediaAttributes, autoplay, controls, format, loop]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public Audio()
        : base(model)
    {
    }

    /// <summary>When true, the audio starts when it's displayed.</summary>
    public bool Autoplay { get => Get(autoplay); set => Set(autoplay, value); }

    /// <summary>Specifies that audio controls should be displayed (such as a play/pause button etc).</summary>
    public bool Controls { get => Get(controls); set => Set(controls, value); }

    /// <summary>The format of the audio.</summary>
    public string Format { get => Get(format); set => Set(format, value); }

    /// <summary>When true, the audio will start from the beginning after finishing.</summary>
    public bool Loop { get => Get(loop); set => Set(loop, value); }
}
