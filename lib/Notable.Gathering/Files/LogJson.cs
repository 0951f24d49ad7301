using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Notable.Gathering;

/// <summary>Source-generated JSON of the logs' lines, since programs may run without the serializer's reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ManifestEntry))]
[JsonSerializable(typeof(SkippedEntry))]
[JsonSerializable(typeof(QuarantinedFile))]
[JsonSerializable(typeof(ChangeEntry))]
internal sealed partial class LogJson : JsonSerializerContext
{
    /// <summary>Returns the serialization of a line type.</summary>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Readable.Json.GetTypeInfo(typeof(T))!;

    private static class Readable
    {
        // Keeps non-ASCII names readable; nothing here is inserted into HTML.
        public static readonly LogJson Json = new(new(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
