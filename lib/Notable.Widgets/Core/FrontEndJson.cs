using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>Reads JSON from a front end. Anything unexpected is a <see cref="WidgetStateException"/>.</summary>
internal static class FrontEndJson
{
    public static T Get<T>(JsonNode? node, JsonValueKind kind, string expected) =>
        node is JsonValue value && value.GetValueKind() == kind && value.TryGetValue<T>(out var result)
            ? result
            : throw Unexpected(node, expected);

    public static bool IsText(JsonNode? node, string text) =>
        node is JsonValue value && value.TryGetValue<string>(out var found) && found == text;

    /// <summary>
    /// Returns whether all texts are valid Unicode. JSON can contain an unpaired surrogate (<c>"\ud800"</c>), which otherwise throws
    /// only when the text is read.
    /// </summary>
    public static bool IsReadable(JsonNode? node)
    {
        try
        {
            return node switch
            {
                JsonObject map => map.All(entry => IsReadable(entry.Value)),
                JsonArray list => list.All(IsReadable),
                JsonValue value when value.GetValueKind() == JsonValueKind.String => value.TryGetValue<string>(out _),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    public static double Number(JsonNode? node)
    {
        // A value created in this process may have any numeric type, so its JSON text is used.
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number
            || !double.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw Unexpected(node, "a finite number");
        return number;
    }

    /// <summary>Reads an integer property within bounds.</summary>
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
