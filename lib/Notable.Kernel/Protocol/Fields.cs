using System.Text.Json.Nodes;

namespace Notable.Kernel.Protocol;

/// <summary>Reads the fields of a message, which are not trusted.</summary>
internal static class Fields
{
    /// <exception cref="ProtocolException">The field is missing or not text.</exception>
    public static string RequiredText(this JsonObject content, string field) =>
        content.Text(field) ?? throw new ProtocolException($"'{field}' is missing or not text");

    public static string? Text(this JsonObject content, string field) =>
        content[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static bool Flag(this JsonObject content, string field, bool otherwise) =>
        content[field] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : otherwise;

    public static int? Number(this JsonObject content, string field) =>
        content[field] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public static JsonObject Object(this JsonObject content, string field) => content[field] as JsonObject ?? [];
}
