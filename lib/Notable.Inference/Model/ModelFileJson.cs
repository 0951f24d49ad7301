using System.Text.Json.Serialization;

namespace Notable.Learning;

/// <summary>The JSON texts in a model file's metadata. Generated code reads them: reflection costs a short-lived process 50 ms.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(TemperatureScaling))]
[JsonSerializable(typeof(StoredCalibration))]
[JsonSerializable(typeof(TrainingFacts))]
internal sealed partial class ModelFileJson : JsonSerializerContext;

/// <summary>
/// <see cref="TemperatureScaling"/> as a file has it. Older files lack some of the numbers: generated code keeps the defaults of parameters, and not those
/// of properties.
/// </summary>
internal sealed record StoredCalibration(
    double Temperature, double Error, int Items, double NeitherOdds = 1, IReadOnlyList<double>? ClassOdds = null,
    double AsksTwiceBelow = TemperatureScaling.DefaultAsksTwiceBelow)
{
    [JsonIgnore]
    public TemperatureScaling Scaling => new(Temperature, Error, Items) { NeitherOdds = NeitherOdds, ClassOdds = ClassOdds, AsksTwiceBelow = AsksTwiceBelow };
}
