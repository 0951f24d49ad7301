using System.Text.Json.Serialization;

namespace Notable.Cli.Commands;

/// <summary>
/// The output of <c>notable predict --json</c> for a file. The first five fields are from before models could answer "neither", and keep their
/// meaning: the label is always a class.
/// </summary>
internal sealed record PredictLine(string File, string? Label, double? Probability, IReadOnlyDictionary<string, double>? Probabilities, string? Error,
    string? Answer, double? Neither, bool? Unsure);

/// <summary>Source-generated, because reflection would take 50 ms, which is long for this command.</summary>
[JsonSerializable(typeof(PredictLine))]
internal sealed partial class PredictJson : JsonSerializerContext
{
    public static PredictJson Lines { get; } = new(new(JsonLines.Options));
}
