using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Widgets.Generator;

/// <summary>The C# code that declares an attribute.</summary>
/// <param name="Type">The type of its values.</param>
/// <param name="Declaration">The call of a method of <c>Attributes</c>.</param>
internal sealed record AttributeCode(string Type, string Declaration)
{
    /// <summary>Returns the code for an attribute of a kind.</summary>
    /// <exception cref="NotSupportedException">The specification has an unknown type.</exception>
    public static AttributeCode Of(Kind kind, KindAttribute attribute)
    {
        var (type, declare, options) = (attribute.Type, attribute.AllowsNull, Literal(attribute.Default)) switch
        {
            ("string", var optional, var value) => Text(attribute, optional, value),
            ("bool", false, var value) => ("bool", "Flag", Unless("false", value)),
            ("bool", true, _) => ("bool?", "OptionalFlag", []),
            ("int", false, var value) => ("int", "Integer", [value]),
            ("int", true, var value) => ("int?", "OptionalInteger", Unless("null", value)),
            ("float", false, var value) => ("double", "Float", [value]),
            ("float", true, var value) => ("double?", "OptionalFloat", Unless("null", value)),
            ("int|string", _, var value) => ("int?", "IntegerOrAny", [value]),
            ("float|string", _, var value) => ("double?", "FloatOrAny", [value]),
            ("bytes", _, _) => ("ReadOnlyMemory<byte>", "Bytes", []),
            ("Date", _, _) => ("DateOnly?", "Date", []),
            ("Datetime", _, _) when kind.ClassName.StartsWith("Naive", StringComparison.Ordinal) => ("DateTime?", "NaiveDatetime", []),
            ("Datetime", _, _) => ("DateTimeOffset?", "Datetime", []),
            ("Time", _, _) => ("TimeOnly?", "Time", []),
            ("reference", _, _) => (attribute.Widget!, $"Own<{attribute.Widget}>", []),
            ("array", _, _) => List(kind, attribute),
            _ => throw new NotSupportedException($"{kind.Model.Name}.{attribute.Name} has the type {attribute.Type}, which this generator does not know"),
        };
        return new AttributeCode(type, $"Attributes.{declare}({string.Join(", ", [Quoted(attribute.Name), .. options])})");
    }

    private static (string, string, IEnumerable<string>) Text(KindAttribute attribute, bool isOptional, string value)
    {
        var words = attribute.Words.Select(Quoted).ToArray();
        var options = words.Length > 0 ? [value, .. words] : Unless(isOptional ? "null" : "\"\"", value);
        return isOptional ? ("string?", "OptionalText", options) : ("string", "Text", options);
    }

    private static (string, string, IEnumerable<string>) List(Kind kind, KindAttribute attribute) => (attribute.ItemType, attribute.Name) switch
    {
        ("reference", _) => References(attribute.Widget switch { "Axis" => "ControllerAxis", "Button" => "ControllerButton", var widget => widget! }),
        ("object", "value") => ("IReadOnlyList<UploadedFile>", "Files", []),
        ("object", _) => ("IReadOnlyList<JsonObject>", "Objects", []),
        (null, "source" or "target") => ("LinkEnd?", "LinkEnd", []),
        (null, _) when attribute.Default is JsonArray { Count: 2 } bounds => Range(bounds),
        ("int", _) or (null, _) when attribute.ItemType == "int" || kind.ClassName == "IntsInput" => ("IReadOnlyList<int>", "Integers", []),
        (null, _) when kind.ClassName == "FloatsInput" => ("IReadOnlyList<double>", "Floats", []),
        ("string" or null, _) => ("IReadOnlyList<string>", "Texts", []),
        _ => throw new NotSupportedException($"{kind.Model.Name}.{attribute.Name} is a list of {attribute.ItemType}, which this generator does not know"),
    };

    private static (string, string, IEnumerable<string>) References(string widget) => ($"IReadOnlyList<{widget}>", $"References<{widget}>", []);

    private static (string, string, IEnumerable<string>) Range(JsonArray bounds) => bounds.ToJsonString().Contains('.', StringComparison.Ordinal)
        ? ("(double Lower, double Upper)", "FloatRange", bounds.Select(Literal))
        : ("(int Lower, int Upper)", "IntegerRange", bounds.Select(Literal));

    private static IEnumerable<string> Unless(string usual, string value) => value == usual ? [] : [value];

    private static string Literal(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.String => Quoted((string)node!),
        JsonValueKind.Number => ((double)node).ToString(CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };

    private static string Quoted(string text) => $"\"{text.Replace("\u200b", "\\u200b", StringComparison.Ordinal)}\"";
}
