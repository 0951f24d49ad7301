using System.Text.Json.Serialization;

namespace Notable.Cli.Commands;

/// <summary>
/// What <c>notable predict --json</c> prints for a file. The first five are what programs relied on before models could answer "neither": a
/// label is always a class.
/// </summary>
internal sealed record PredictLine(string File, string? Label, double? Probability, IReadOnlyDictionary<string, double>? Probabilities, string? Error,
    string? Answer, double? Neither, bool? Unsure);

/// <summary>Generated code for it: reflection costs a short-lived process 50 ms.</summary>
[JsonSerializable(typeof(PredictLine))]
internal sealed partial class PredictJson : JsonSerializerContext
{
    public static PredictJson Lines { get; } = new(new(JsonLines.Options));
}
