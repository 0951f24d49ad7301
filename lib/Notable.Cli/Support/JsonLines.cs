using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Notable.Cli.Support;

/// <summary>One JSON object a line on standard output, for programs that read the command line.</summary>
internal static class JsonLines
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // file names stay readable; nothing here is pasted into HTML
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static void Write(object value) => WriteLine(JsonSerializer.Serialize(value, Options));

    /// <summary>Writes a value by generated code.</summary>
    public static void Write<T>(T value, JsonTypeInfo<T> type) => WriteLine(JsonSerializer.Serialize(value, type));

    private static void WriteLine(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
