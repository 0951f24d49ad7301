namespace Notable.Widgets;

/// <summary>A widget that has a place on the page.</summary>
public abstract class DOMWidget : Widget
{
    private static readonly WidgetAttribute<IReadOnlyList<string>> domClasses = Attributes.Texts("_dom_classes");
    private static readonly WidgetAttribute<Layout> layout = Attributes.Own<Layout>("layout");
    private static readonly WidgetAttribute<bool?> tabbable = Attributes.OptionalFlag("tabbable");
    private static readonly WidgetAttribute<string?> tooltip = Attributes.OptionalText("tooltip");

    /// <summary>A widget with a layout of its own.</summary>
    protected DOMWidget(WidgetModel model)
        : base(model) => Layout = new Layout();

    /// <summary>The attributes that every such widget has.</summary>
    protected static IReadOnlyList<WidgetAttribute> DomAttributes { get; } = [domClasses, layout, tabbable, tooltip];

    /// <summary>CSS classes on the widget's element.</summary>
    public IReadOnlyList<string> DomClasses { get => Get(domClasses); set => Set(domClasses, value); }

    /// <summary>Size, margins and place among its neighbours.</summary>
    public Layout Layout { get => Get(layout); set => Set(layout, value); }

    /// <summary>Whether the tab key reaches it; null leaves that to the browser.</summary>
    public bool? Tabbable { get => Get(tabbable); set => Set(tabbable, value); }

    /// <summary>Text shown when the pointer rests on it; null for none.</summary>
    public string? Tooltip { get => Get(tooltip); set => Set(tooltip, value); }
}
