namespace Notable.Widgets;

/// <summary>Creates links between widgets that work in the page, without a round trip to this process.</summary>
public static class Links
{
    /// <summary>
    /// Keeps two attributes equal: <c>JsLink(slider, text)</c> links the values, <c>JsLink((slider, "max"), (text, "value"))</c>
    /// other attributes. Close the returned link to end it.
    /// </summary>
    public static Link JsLink(LinkEnd source, LinkEnd target)
    {
        var link = new Link { Source = source, Target = target };
        link.Manager.Show(link);
        return link;
    }

    /// <summary>Sets an attribute from another: whenever <paramref name="source"/> changes, <paramref name="target"/> is set.</summary>
    public static DirectionalLink JsDlink(LinkEnd source, LinkEnd target)
    {
        var link = new DirectionalLink { Source = source, Target = target };
        link.Manager.Show(link);
        return link;
    }
}
