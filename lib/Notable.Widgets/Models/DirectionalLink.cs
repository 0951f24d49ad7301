// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>
/// Sets an attribute of one widget whenever an attribute of another changes. Works in the page, without a round trip to this
/// process.
/// </summary>
public sealed partial class DirectionalLink : Widget
{
    private static readonly WidgetAttribute<LinkEnd?> source = Attributes.LinkEnd("source");
    private static readonly WidgetAttribute<LinkEnd?> target = Attributes.LinkEnd("target");
    private static readonly WidgetModel model = new(
        ModelName.Controls("DirectionalLinkModel"),
        ModelName.Controls(null),
        [source, target]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public DirectionalLink()
        : base(model)
    {
    }

    /// <summary>The source (widget, 'trait_name') pair.</summary>
    public LinkEnd? Source { get => Get(source); set => Set(source, value); }

    /// <summary>The target (widget, 'trait_name') pair.</summary>
    public LinkEnd? Target { get => Get(target); set => Set(target, value); }
}
