namespace Notable.Widgets;

/// <summary>One end of a <see cref="Link"/>: an attribute of a widget.</summary>
public sealed record LinkEnd
{
    /// <summary>Creates an end of a link.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="attribute">The attribute's name in the protocol, for example <c>value</c>.</param>
    /// <exception cref="ArgumentException">The widget does not have this attribute.</exception>
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

    /// <summary>Uses the value of the widget, or its index for selection widgets.</summary>
    public static implicit operator LinkEnd(Widget widget) => new(widget, widget.ValueAttribute);

    /// <summary>Uses an attribute by name.</summary>
    public static implicit operator LinkEnd((Widget Widget, string Attribute) pair) => new(pair.Widget, pair.Attribute);
}
