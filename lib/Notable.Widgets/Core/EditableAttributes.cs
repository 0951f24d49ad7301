namespace Notable.Widgets;

/// <summary>The attributes that a person can change in the standard widgets. Only the program can set the others.</summary>
internal static class EditableAttributes
{
    /// <summary>Widgets that only show their value.</summary>
    private static readonly HashSet<Type> shown =
        [typeof(HTML), typeof(HTMLMath), typeof(Label), typeof(Image), typeof(Audio), typeof(Video), typeof(Valid), typeof(IntProgress), typeof(FloatProgress)];

    private static readonly HashSet<string> input = ["value", "index", "selected_index"];

    /// <summary>Returns whether the front end may set an attribute of a widget.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="attribute">The attribute's name in the protocol.</param>
    /// <param name="all">All widgets of the visitor, since a link in the front end sets its target.</param>
    public static bool Takes(Widget widget, string attribute, IEnumerable<Widget> all) => widget switch
    {
        // Widgets of other libraries decide for themselves.
        _ when widget.GetType().Assembly != typeof(Widget).Assembly && !IsStandard(widget) => true,
        Controller or ControllerAxis or ControllerButton => true,
        Play => attribute is "value" or "playing" or "repeat",
        FileUpload => attribute is "value" or "error",
        _ => input.Contains(attribute) && !shown.Contains(widget.GetType()),
    } || IsLinked(widget, attribute, all);

    /// <summary>Returns whether a widget is a standard widget or derived from one.</summary>
    private static bool IsStandard(Widget widget) => widget.Model.Model.Module.StartsWith("@jupyter-widgets/", StringComparison.Ordinal);

    private static bool IsLinked(Widget widget, string attribute, IEnumerable<Widget> all)
    {
        foreach (var one in all)
        {
            var (source, target) = one switch
            {
                Link link => (link.Source, link.Target),
                DirectionalLink link => (null, link.Target),
                _ => (null, null),
            };
            if (Is(source) || Is(target))
                return true;
        }
        return false;

        bool Is(LinkEnd? end) => end is not null && end.Widget == widget && end.Attribute == attribute;
    }
}
