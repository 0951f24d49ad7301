namespace Notable.Widgets.Generator;

/// <summary>What the specification does not say: which kinds share a base class, and what is written by hand.</summary>
internal static class Families
{
    private static readonly string[] dom = ["_dom_classes", "layout", "tabbable", "tooltip"];
    private static readonly string[] description = [.. dom, "description", "description_allow_html"];

    /// <summary>The base classes, the narrowest first: a kind that has all the attributes of one is derived from it.</summary>
    private static readonly BaseClass[] bases =
    [
        new("Box", "BoxAttributes", [.. dom, "box_style", "children"]),
        new("Selection<T>", "DescriptionAttributes", description, kind => kind.ClassName is "SelectMultiple" or "SelectionRangeSlider"),
        new("SingleSelection<T>", "DescriptionAttributes", description, kind => kind.Has("_options_labels", "index")),
        new("Media", "MediaAttributes", [.. dom, "value"], kind => kind.ClassName is "Image" or "Audio" or "Video"),
        new("DescriptionWidget", "DescriptionAttributes", description),
        new("DOMWidget", "DomAttributes", dom),
        new("Widget", null, []),
    ];

    /// <summary>What a kind is derived from.</summary>
    public static BaseClass Base(Kind kind) =>
        bases.First(one => one.Name != kind.ClassName && kind.Has(one.Attributes) && one.Fits(kind));

    /// <summary>The name under which a kind that others are derived from offers its attributes to them, or null.</summary>
    public static string? OffersAttributesAs(Kind kind) => bases.FirstOrDefault(one => one.Name == kind.ClassName)?.AttributesName;

    /// <summary>Whether the kind's options stand for values of any type: the class is generic, and a plain one for texts is beside it.</summary>
    public static bool IsSelection(Kind kind) => kind.Has("_options_labels", "index");

    /// <summary>The attribute that the constructor takes, or null.</summary>
    public static string? Leading(Kind kind) => kind switch
    {
        _ when kind.Has("box_style", "children") => "children",
        { ClassName: "Button" } => "description",
        { ClassName: "Label" or "HTML" or "HTMLMath" } => "value",
        _ => null,
    };

    /// <summary>Whether a property with a behavior of its own is written by hand, in the other part of the class.</summary>
    public static bool IsByHand(Kind kind, KindAttribute attribute) => (kind.ClassName, attribute.Name) switch
    {
        ("FileUpload", "value") or ("Media", "value") or ("Output", "outputs") => true,
        (_, "_options_labels" or "index") => IsSelection(kind),
        _ => false,
    };

    /// <summary>Whether the value is kept between the bounds beside it. A bar that runs over is a bar that is full.</summary>
    public static bool IsBounded(Kind kind) =>
        kind.Has("min", "max", "value") && kind.ClassName is not ("FloatLogSlider" or "IntsInput" or "FloatsInput" or "IntProgress" or "FloatProgress");
}

/// <summary>A class that kinds are derived from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AttributesName">The member that gives its attributes, or null where it has none.</param>
/// <param name="Attributes">The protocol's names of its attributes.</param>
/// <param name="Condition">What else holds for its kinds.</param>
internal sealed record BaseClass(string Name, string? AttributesName, string[] Attributes, Func<Kind, bool>? Condition = null)
{
    public bool Fits(Kind kind) => Condition?.Invoke(kind) ?? true;
}
