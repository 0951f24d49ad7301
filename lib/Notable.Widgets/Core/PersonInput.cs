namespace Notable.Widgets;

/// <summary>Which attributes a person can change at the standard widgets. Everything else is the program's to set.</summary>
internal static class PersonInput
{
    /// <summary>Kinds that only show their value.</summary>
    private static readonly HashSet<Type> shown =
        [typeof(HTML), typeof(HTMLMath), typeof(Label), typeof(Image), typeof(Audio), typeof(Video), typeof(Valid), typeof(IntProgress), typeof(FloatProgress)];

    private static readonly HashSet<string> input = ["value", "index", "selected_index"];

    /// <summary>Whether the front end may set the attribute of a widget.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="attribute">The protocol's name.</param>
    /// <param name="all">The visitor's widgets: a link in the front end sets what it leads to.</param>
    public static bool Takes(Widget widget, string attribute, IEnumerable<Widget> all) => widget switch
    {
        // The author's own widgets: only they know.
        _ when widget.GetType().Assembly != typeof(Widget).Assembly && !IsStandard(widget) => true,
        Controller or ControllerAxis or ControllerButton => true,
        Play => attribute is "value" or "playing" or "repeat",
        FileUpload => attribute is "value" or "error",
        _ => input.Contains(attribute) && !shown.Contains(widget.GetType()),
    } || IsLinked(widget, attribute, all);

    /// <summary>Whether it is one of ours, or a class derived from one.</summary>
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
