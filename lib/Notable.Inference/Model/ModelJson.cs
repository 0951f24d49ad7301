using System.Text.Json.Serialization;

namespace Notable.Learning;

/// <summary>
/// The JSON of model files, generated at compile time: <c>dotnet run program.cs</c> and programs compiled ahead of time turn the
/// JSON serializer's reflection off.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(TemperatureScaling))]
[JsonSerializable(typeof(TrainingFacts))]
internal sealed partial class ModelJson : JsonSerializerContext;
