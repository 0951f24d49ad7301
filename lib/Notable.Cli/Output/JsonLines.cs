using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Notable.Cli.Output;

/// <summary>Writes one JSON object per line to standard output, for programs.</summary>
internal static class JsonLines
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // File names stay readable; the output is not used in HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static void Write(object value) => WriteLine(JsonSerializer.Serialize(value, Options));

    /// <summary>Writes a value with source-generated serialization.</summary>
    public static void Write<T>(T value, JsonTypeInfo<T> type) => WriteLine(JsonSerializer.Serialize(value, type));

    private static void WriteLine(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
