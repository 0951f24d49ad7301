using System.Text.Json.Nodes;

namespace Notable.Widgets.Generator;

/// <summary>A kind of widget in the specification.</summary>
/// <param name="Model">The JavaScript class of the model.</param>
/// <param name="View">The JavaScript class of the view; its name is null if the kind is not shown.</param>
/// <param name="Attributes">The attributes, without the six that name the model and the view.</param>
internal sealed record Kind(JavaScriptClass Model, JavaScriptClass View, IReadOnlyList<KindAttribute> Attributes)
{
    /// <summary>The name of the C# class, which is that of the Python class in ipywidgets.</summary>
    public string ClassName => Model.Name switch
    {
        // ipywidgets calls it _Media: it holds what Image, Audio and Video share.
        "DOMWidgetModel" => "Media",
        "DatetimeModel" => "DatetimePicker",
        "NaiveDatetimeModel" => "NaiveDatetimePicker",
        "TimeModel" => "TimePicker",
        var name => name![..^"Model".Length],
    };

    /// <summary>Reads the whole specification.</summary>
    public static IReadOnlyList<Kind> ReadAll(string specification) =>
        [.. JsonNode.Parse(specification)!.AsArray().Select(entry => new Kind(
            JavaScriptClass.Read(entry!["model"]!),
            JavaScriptClass.Read(entry["view"]!),
            [.. entry["attributes"]!.AsArray().Select(one => new KindAttribute(one!.AsObject())).Where(one => !one.NamesAClass)]))];

    /// <summary>Returns whether the kind has all of these attributes.</summary>
    public bool Has(params IEnumerable<string> names) => names.All(name => Attributes.Any(one => one.Name == name));
}

/// <summary>A class that the front end loads.</summary>
internal sealed record JavaScriptClass(string Module, string? Name)
{
    public static JavaScriptClass Read(JsonNode node) => new((string)node["module"]!, (string?)node["name"]);
}
