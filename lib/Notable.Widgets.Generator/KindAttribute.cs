using System.Text.Json.Nodes;

namespace Notable.Widgets.Generator;

/// <summary>An attribute of a kind of widget in the specification.</summary>
internal sealed class KindAttribute(JsonObject entry)
{
    /// <summary>The name in the protocol, such as <c>button_style</c>.</summary>
    public string Name { get; } = (string)entry["name"]!;

    /// <summary>The specification's name of the type; for a union, the names separated by bars.</summary>
    public string Type { get; } = entry["type"] is JsonArray union ? string.Join('|', union.Select(one => (string)one!)) : (string)entry["type"]!;

    /// <summary>Whether the value may be null.</summary>
    public bool AllowsNull { get; } = (bool?)entry["allow_none"] ?? false;

    /// <summary>The default value.</summary>
    public JsonNode? Default { get; } = entry["default"];

    /// <summary>The allowed values; empty if any value is allowed.</summary>
    public IReadOnlyList<string> Words { get; } = [.. (entry["enum"] as JsonArray ?? []).Select(word => (string)word!)];

    /// <summary>The type of a list's elements; null for other types.</summary>
    public string? ItemType { get; } = (string?)entry["items"]?["type"];

    /// <summary>The kind of widget that the value or its elements refer to; null for none.</summary>
    public string? Widget { get; } = (string?)(entry["widget"] ?? entry["items"]?["widget"]);

    /// <summary>The description in the specification; may be empty.</summary>
    public string Help { get; } = (string?)entry["help"] ?? "";

    /// <summary>Whether it is one of the six attributes that name the model and the view.</summary>
    public bool NamesAClass => Name.StartsWith("_model", StringComparison.Ordinal) || Name.StartsWith("_view", StringComparison.Ordinal);

    /// <summary>Whether each widget creates its own widget as the value, such as a layout or a style.</summary>
    public bool IsOwned => Type == "reference";
}
