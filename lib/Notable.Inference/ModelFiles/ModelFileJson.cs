using System.Text.Json.Serialization;

namespace Notable.Learning;

/// <summary>JSON in a model file's metadata. Source-generated, because reflection costs a short-lived process 50 ms.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(TemperatureScaling))]
[JsonSerializable(typeof(TrainingFacts))]
[JsonSerializable(typeof(Quantization))]
internal sealed partial class ModelFileJson : JsonSerializerContext;
