using System.Text.Json.Nodes;

namespace Notable.Widgets.Generator;

/// <summary>One attribute of a kind of widget, as the specification tells it.</summary>
internal sealed class KindAttribute(JsonObject entry)
{
    /// <summary>The protocol's name, as <c>button_style</c>.</summary>
    public string Name { get; } = (string)entry["name"]!;

    /// <summary>The specification's word for the type; the words of a union with a bar between them.</summary>
    public string Type { get; } = entry["type"] is JsonArray union ? string.Join('|', union.Select(one => (string)one!)) : (string)entry["type"]!;

    /// <summary>Whether the value may be null.</summary>
    public bool AllowsNull { get; } = (bool?)entry["allow_none"] ?? false;

    /// <summary>The value before any is set.</summary>
    public JsonNode? Default { get; } = entry["default"];

    /// <summary>The words that the value is one of; empty where it may be any.</summary>
    public IReadOnlyList<string> Words { get; } = [.. (entry["enum"] as JsonArray ?? []).Select(word => (string)word!)];

    /// <summary>The type of a list's elements, or null.</summary>
    public string? ItemType { get; } = (string?)entry["items"]?["type"];

    /// <summary>The kind of widget that the value, or each element of it, refers to, or null.</summary>
    public string? Widget { get; } = (string?)(entry["widget"] ?? entry["items"]?["widget"]);

    /// <summary>What the specification says about it; may be empty.</summary>
    public string Help { get; } = (string?)entry["help"] ?? "";

    /// <summary>Whether it is one of the six that name model and view.</summary>
    public bool NamesAClass => Name.StartsWith("_model", StringComparison.Ordinal) || Name.StartsWith("_view", StringComparison.Ordinal);

    /// <summary>Whether every widget of its kind makes a widget of its own for it, as a layout or a style.</summary>
    public bool IsOwned => Type == "reference";
}
