using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Notable.Gathering;

/// <summary>The JSON of the logs' lines, generated at compile time, since programs may run without the serializer's reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ManifestEntry))]
[JsonSerializable(typeof(SkippedEntry))]
[JsonSerializable(typeof(QuarantinedFile))]
[JsonSerializable(typeof(ChangeEntry))]
internal sealed partial class LogJson : JsonSerializerContext
{
    /// <summary>How a line of this type is written and read.</summary>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Readable.Json.GetTypeInfo(typeof(T))!;

    private static class Readable
    {
        // Names stay readable; nothing here is pasted into HTML.
        public static readonly LogJson Json = new(new(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
