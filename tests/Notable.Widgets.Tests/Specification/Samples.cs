using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

/// <summary>Values for an attribute that its entry in the specification allows, and values that it does not.</summary>
internal static class Samples
{
    private const string Day = "\"year\":2026,\"month\":0,\"date\":31";
    private const string Clock = "\"hours\":23,\"minutes\":59,\"seconds\":58,\"milliseconds\":999";

    public static IEnumerable<JsonNode?> Allowed(string model, JsonObject attribute) => Texts(model, attribute).Select(text => JsonNode.Parse(text));

    public static IEnumerable<JsonNode?> Refused(JsonObject attribute) => Wrong(attribute).Select(text => JsonNode.Parse(text));

    private static IEnumerable<string> Texts(string model, JsonObject attribute)
    {
        if ((bool?)attribute["allow_none"] ?? false)
            yield return "null";
        string[] values = (attribute["type"]!.ToString(), attribute["items"]?["type"]?.ToString()) switch
        {
            ("string", _) => attribute["enum"] is JsonArray words ? [.. words.Select(word => word!.ToJsonString())] : ["\"any text \\u20ac\"", "\"\""],
            ("bool", _) => ["true", "false"],
            ("int", _) => ["0", "-7", "2147483647"],
            ("float", _) => ["0.25", "-3", "1e300"],
            ("Date", _) => [$"{{{Day}}}"],
            ("Datetime", _) => [$"{{{Day},{Clock}}}"],
            ("Time", _) => [$"{{{Clock}}}"],
            ("array", "string") => ["[]", "[\"a\",\"b\"]"],
            ("array", "int") => ["[]", "[2,0]"],
            ("array", "object") => model == "OutputModel" ? ["[]", "[{\"output_type\":\"stream\"}]"] : ["[]"],
            ("array", null) when attribute["default"] is JsonArray { Count: 2 } => ["[3,4]"],
            ("array", null) => model switch
            {
                "IntsInputModel" => ["[]", "[1,2]"],
                "FloatsInputModel" => ["[]", "[1.5,2]"],
                "LinkModel" or "DirectionalLinkModel" => ["[]"],
                _ => ["[]", "[\"a\"]"],
            },
            ("bytes", _) or ("reference", _) or ("array", "reference") => [],
            _ => ["4", "\"any\""],
        };
        foreach (var value in values)
            yield return value;
    }

    private static IEnumerable<string> Wrong(JsonObject attribute)
    {
        if (!((bool?)attribute["allow_none"] ?? false))
            yield return "null";
        string[] values = attribute["type"]!.ToString() switch
        {
            "string" => attribute["enum"] is null ? ["1", "[]", "{}"] : ["1", "\"none of them\"", "[\"auto\"]"],
            "bool" => ["0", "\"true\"", "[]"],
            "int" => ["1.5", "\"1\"", "2147483648", "true", "1e400"],
            "float" => ["\"1\"", "true", "1e400", "[1]"],
            "Date" => ["\"2026-01-31\"", $"{{{Day.Replace("31", "32")}}}", "{\"year\":2026}", $"{{{Day.Replace("2026", "1e9")}}}"],
            "Datetime" => ["0", $"{{{Day}}}", $"{{{Day},{Clock.Replace("23", "24")}}}"],
            "Time" => ["\"12:00\"", $"{{{Clock.Replace("58", "5.5")}}}"],
            "array" => ["\"a\"", "{}", "[null]", "[[[]]]", "{\"0\":1}"],
            "bytes" => ["\"YWJj\"", "[1]"],
            "reference" => ["\"IPY_MODEL_nobody\"", "{}", "5"],
            _ => ["\"all\"", "true"],
        };
        foreach (var value in values)
            yield return value;
    }
}
