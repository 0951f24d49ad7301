namespace Notable.Widgets;

/// <summary>Base class of widgets that are shown on the page.</summary>
public abstract class DOMWidget : Widget
{
    private static readonly WidgetAttribute<IReadOnlyList<string>> domClasses = Attributes.Texts("_dom_classes");
    private static readonly WidgetAttribute<Layout> layout = Attributes.Own<Layout>("layout");
    private static readonly WidgetAttribute<bool?> tabbable = Attributes.OptionalFlag("tabbable");
    private static readonly WidgetAttribute<string?> tooltip = Attributes.OptionalText("tooltip");

    /// <summary>Creates a widget with its own layout.</summary>
    protected DOMWidget(WidgetModel model)
        : base(model) => Layout = new Layout();

    /// <summary>The attributes that all widgets of this kind share.</summary>
    protected static IReadOnlyList<WidgetAttribute> DomAttributes { get; } = [domClasses, layout, tabbable, tooltip];

    /// <summary>CSS classes on the widget's element.</summary>
    public IReadOnlyList<string> DomClasses { get => Get(domClasses); set => Set(domClasses, value); }

    /// <summary>Size, margins and position.</summary>
    public Layout Layout { get => Get(layout); set => Set(layout, value); }

    /// <summary>Whether the widget can be reached with the Tab key; null for the browser's default.</summary>
    public bool? Tabbable { get => Get(tabbable); set => Set(tabbable, value); }

    /// <summary>Text shown when the pointer rests on the widget; null for none.</summary>
    public string? Tooltip { get => Get(tooltip); set => Set(tooltip, value); }
}
