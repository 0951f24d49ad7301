namespace Notable.Widgets.Generator;

/// <summary>Decides what the specification does not say: which kinds share a base class, and which members are written by hand.</summary>
internal static class BaseClasses
{
    private static readonly string[] dom = ["_dom_classes", "layout", "tabbable", "tooltip"];
    private static readonly string[] description = [.. dom, "description", "description_allow_html"];

    /// <summary>The base classes, most specific first. A kind is derived from the first one whose attributes it all has.</summary>
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

    /// <summary>Returns the base class of a kind.</summary>
    public static BaseClass Base(Kind kind) =>
        bases.First(one => one.Name != kind.ClassName && kind.Has(one.Attributes) && one.Fits(kind));

    /// <summary>Returns the name of the member with which a base class gives its attributes to derived classes; null for other classes.</summary>
    public static string? OffersAttributesAs(Kind kind) => bases.FirstOrDefault(one => one.Name == kind.ClassName)?.AttributesName;

    /// <summary>Returns whether the kind's options have values of any type. Its class is then generic, and a second one is for texts.</summary>
    public static bool IsSelection(Kind kind) => kind.Has("_options_labels", "index");

    /// <summary>Returns the attribute that is the constructor's parameter; null for none.</summary>
    public static string? Leading(Kind kind) => kind switch
    {
        _ when kind.Has("box_style", "children") => "children",
        { ClassName: "Button" } => "description",
        { ClassName: "Label" or "HTML" or "HTMLMath" } => "value",
        _ => null,
    };

    /// <summary>Returns whether the property is written by hand, in the other part of the class, because it has special behavior.</summary>
    public static bool IsByHand(Kind kind, KindAttribute attribute) => (kind.ClassName, attribute.Name) switch
    {
        ("FileUpload", "value") or ("Media", "value") or ("Output", "outputs") => true,
        (_, "_options_labels" or "index") => IsSelection(kind),
        _ => false,
    };

    /// <summary>Returns whether the value is kept between the bounds of the same widget. Progress bars accept larger values and are then shown full.</summary>
    public static bool IsBounded(Kind kind) =>
        kind.Has("min", "max", "value") && kind.ClassName is not ("FloatLogSlider" or "IntsInput" or "FloatsInput" or "IntProgress" or "FloatProgress");
}

/// <summary>A base class of kinds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AttributesName">The member that returns its attributes; null if it has none.</param>
/// <param name="Attributes">The names of its attributes in the protocol.</param>
/// <param name="Condition">A further condition that its kinds meet; null for none.</param>
internal sealed record BaseClass(string Name, string? AttributesName, string[] Attributes, Func<Kind, bool>? Condition = null)
{
    public bool Fits(Kind kind) => Condition?.Invoke(kind) ?? true;
}
