// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>
/// Keeps an attribute of one widget equal to an attribute of another. Works in the page, without a round trip to this
/// process.
/// </summary>
public sealed partial class Link : Widget
{
    private static readonly WidgetAttribute<LinkEnd?> source = Attributes.LinkEnd("source");
    private static readonly WidgetAttribute<LinkEnd?> target = Attributes.LinkEnd("target");
    private static readonly WidgetModel model = new(
        ModelName.Controls("LinkModel"),
        ModelName.Controls(null),
        [source, target]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public Link()
        : base(model)
    {
    }

    /// <summary>The source (widget, 'trait_name') pair.</summary>
    public LinkEnd? Source { get => Get(source); set => Set(source, value); }

    /// <summary>The target (widget, 'trait_name') pair.</summary>
    public LinkEnd? Target { get => Get(target); set => Set(target, value); }
}
