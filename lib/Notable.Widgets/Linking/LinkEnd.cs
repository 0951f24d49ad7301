namespace Notable.Widgets;

/// <summary>An attribute of a widget, which a <see cref="Link"/> keeps equal to another.</summary>
public sealed record LinkEnd
{
    /// <summary>An attribute of a widget.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="attribute">The protocol's name, as <c>value</c>.</param>
    /// <exception cref="ArgumentException">The widget has no such attribute.</exception>
    public LinkEnd(Widget widget, string attribute)
    {
        ArgumentNullException.ThrowIfNull(widget);
        widget.RequireAttribute(attribute);
        (Widget, Attribute) = (widget, attribute);
    }

    /// <summary>The widget.</summary>
    public Widget Widget { get; }

    /// <summary>The protocol's name of the attribute.</summary>
    public string Attribute { get; }

    /// <summary>The widget's value, or for a choice its index.</summary>
    public static implicit operator LinkEnd(Widget widget) => new(widget, widget.ValueAttribute);

    /// <summary>An attribute by its name.</summary>
    public static implicit operator LinkEnd((Widget Widget, string Attribute) pair) => new(pair.Widget, pair.Attribute);
}
