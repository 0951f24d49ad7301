using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>Reads JSON that a front end sent; every surprise is a <see cref="WidgetStateException"/>.</summary>
internal static class Json
{
    public static T Get<T>(JsonNode? node, JsonValueKind kind, string expected) =>
        node is JsonValue value && value.GetValueKind() == kind && value.TryGetValue<T>(out var result)
            ? result
            : throw Unexpected(node, expected);

    public static bool IsText(JsonNode? node, string text) =>
        node is JsonValue value && value.TryGetValue<string>(out var found) && found == text;

    public static double Number(JsonNode? node)
    {
        // A value made in this process may hold any numeric type: its JSON text is what all have in common.
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number
            || !double.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw Unexpected(node, "a finite number");
        return number;
    }

    /// <summary>A whole number that is part of an object, between two bounds.</summary>
    public static int Part(JsonNode? node, string name, int min, int max)
    {
        var number = Number(node is JsonObject map ? map[name] : throw Unexpected(node, "an object"));
        return number >= min && number <= max && number == Math.Floor(number)
            ? (int)number
            : throw new WidgetStateException($"found {number} as {name}, expected {min} to {max}");
    }

    public static WidgetStateException Unexpected(JsonNode? node, string expected) =>
        new($"found {node?.GetValueKind().ToString().ToLowerInvariant() ?? "null"}, expected {expected}");
}
