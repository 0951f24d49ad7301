using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Notable.Learning.Files;
using Notable.Learning.Graphs;

namespace Notable.Learning;

/// <summary>
/// Reads model files: one <c>.safetensors</c> with weights (convolutions and linear layers as fp16, batch-norms as fp32) and the
/// <see cref="ModelCard"/> as metadata. Reading runs no code; every field is validated.
/// </summary>
internal sealed class ModelFile
{
    private const int FormatVersion = 5, MostClasses = ModelCard.MostClasses, LongestLabel = ModelCard.LongestLabel, LongestLicense = 2000;
    private const string Format = "notable-classifier";

    /// <summary>
    /// The format versions that added the answer "neither" (with the calibration) and the license. Format 3 added the odds of classes, format 4
    /// the views, format 5 also <see cref="TemperatureScaling.AsksTwiceBelow"/>; where an older file lacks these, their defaults apply.
    /// </summary>
    private const int FirstWithNeither = 2, FirstWithLicense = 5;

    // Optional: readers that do not know it ignore it.
    private const string QuantizationKey = "quantization";

    private static readonly WeightsFileLimits Limits = new() { MaxFileBytes = 1L << 30 };

    private readonly string path;
    private readonly TensorFile tensors;
    private readonly ModelCard card;

    private ModelFile(string path, TensorFile tensors, ModelCard card) => (this.path, this.tensors, this.card) = (path, tensors, card);

    public static void Write(string path, IReadOnlyList<StoredTensor> weights, ModelCard card) =>
        Safetensors.Write(path, weights, new Dictionary<string, string>([.. card.Transform.ToMetadata(), .. Quantized(card)])
        {
            ["format"] = Format,
            ["format_version"] = FormatVersion.ToString(CultureInfo.InvariantCulture),
            ["library_version"] = card.LibraryVersion,
            ["architecture"] = card.Architecture,
            ["vocab"] = JsonSerializer.Serialize(card.Vocab, ModelFileJson.Default.IReadOnlyListString),
            ["neither"] = JsonSerializer.Serialize(card.KnowsNeither, ModelFileJson.Default.Boolean),
            ["calibration"] = JsonSerializer.Serialize(card.Calibration!, ModelFileJson.Default.TemperatureScaling),
            ["license"] = JsonSerializer.Serialize(card.License!, ModelFileJson.Default.String),
            ["training"] = JsonSerializer.Serialize(card.Training!, ModelFileJson.Default.TrainingFacts),
        });

    /// <summary>Reads and validates the file, except for whether its tensors match the network.</summary>
    /// <exception cref="WeightsFileException">The file is not a Notable model file, or is damaged.</exception>
    public static ModelFile Open(string path)
    {
        var file = Safetensors.Read(path, Limits);
        var card = ReadCard(path, file.Metadata);
        FiniteNumbers.Require(file, path);
        return new(path, file, card);
    }

    /// <summary>Builds the network, ready to run.</summary>
    /// <exception cref="WeightsFileException">The file's tensors do not match the network.</exception>
    public ModelNetwork Network() => ModelNetwork.Of(card, tensors, path);

    /// <summary>Writes the same model with another quantization.</summary>
    public void Write(string output, Quantization? quantization) => Write(output, [.. tensors.Tensors.Values], card with { Quantization = quantization });

    /// <summary>Writes the model as an ONNX file: see <see cref="OnnxExport"/>.</summary>
    /// <exception cref="WeightsFileException">The file's tensors do not match the network.</exception>
    public void WriteOnnx(string output, string? license)
    {
        var network = KnownNetworks.Find(card.Architecture)!;
        OnnxExport.Write(output, new(tensors, path), card with { License = license ?? card.License }, network.Body, new FastaiHead(network.Features, card.Answers.Count));
    }

    private static IEnumerable<KeyValuePair<string, string>> Quantized(ModelCard card) => card.Quantization is { } quantization
        ? [new(QuantizationKey, JsonSerializer.Serialize(quantization, ModelFileJson.Default.Quantization))]
        : [];

    private static ModelCard ReadCard(string path, IReadOnlyDictionary<string, string> metadata)
    {
        if (Text("format") != Format)
            throw new WeightsFileException(path, $"format {Quoted("format")}", $"'{Format}'");
        if (!int.TryParse(Text("format_version"), out var version) || version is < 1 or > FormatVersion)
            throw new WeightsFileException(path, $"format version {Quoted("format_version")} of Notable {Quoted("library_version")}",
                $"1 to {FormatVersion}; a newer Notable (this is {ModelCard.RunningVersion}) may read it");
        var architecture = KnownNetworks.Find(Text("architecture"))?.Name
            ?? throw new WeightsFileException(path, $"architecture {Quoted("architecture")}", $"one of {KnownNetworks.Names}");
        var card = new ModelCard(architecture, Vocab(), Transform(), Parse("training", ModelFileJson.Default.TrainingFacts), Text("library_version"))
        {
            License = version < FirstWithLicense ? null : License(),
            Quantization = Quantized(),
        };
        return version < FirstWithNeither ? card : card with { KnowsNeither = Parse("neither", ModelFileJson.Default.Boolean), Calibration = Calibrated() };

        string[] Vocab() => Parse("vocab", ModelFileJson.Default.StringArray) is { Length: >= 2 and <= MostClasses } vocab
            && vocab.All(label => label is { Length: > 0 and <= LongestLabel }) && vocab.Distinct().Count() == vocab.Length
            ? vocab
            : throw new WeightsFileException(path, "a vocab that is not a list of classes",
                $"2 to {MostClasses} different names of 1 to {LongestLabel} characters");

        string? License() => Parse("license", ModelFileJson.Default.String) is { Length: > LongestLicense }
            ? throw new WeightsFileException(path, "a license that is too long", $"at most {LongestLicense} characters")
            : Parse("license", ModelFileJson.Default.String);

        TemperatureScaling? Calibrated()
        {
            var found = Parse("calibration", ModelFileJson.Default.TemperatureScaling);
            return found is null or { Temperature: >= TemperatureScaling.Lowest and <= TemperatureScaling.Highest, Error: >= 0 and <= 1, Items: > 0, NeitherOdds: > 0 and < TemperatureScaling.MostOdds, AsksTwiceBelow: >= 0 and <= 1 }
                && (found?.ClassOdds is not { } odds || (odds.Count == card.Vocab.Count && odds.All(one => one is > 0 and < TemperatureScaling.MostOdds)))
                ? found
                : throw new WeightsFileException(path, "an invalid calibration", FormattableString.Invariant(
                    $"a temperature of {TemperatureScaling.Lowest} to {TemperatureScaling.Highest}, an error of 0 to 1, odds above 0, asks_twice_below of 0 to 1 and the number of pictures it was fitted on"));
        }

        Quantization? Quantized() => !metadata.ContainsKey(QuantizationKey) ? null
            : Parse(QuantizationKey, ModelFileJson.Default.Quantization) is { IsValid: true } found ? found
            : throw new WeightsFileException(path, "an invalid quantization",
                "trusted_from of 0 to 1, and equal numbers of lows, at most 0, and highs, above 0");

        InferenceTransform Transform()
        {
            try
            {
                return InferenceTransform.FromMetadata(metadata);
            }
            catch (DataException e)
            {
                throw new WeightsFileException(path, "invalid preprocessing", "the format that Notable writes", e);
            }
        }

        string Text(string key) => metadata.TryGetValue(key, out var text)
            ? text
            : throw new WeightsFileException(path, $"weights without the text '{key}'", "a model file written by 'notable train' or learn.Export");

        // The file is untrusted: its text is shortened and stripped of control characters for the message.
        string Quoted(string key) => $"'{new string([.. Text(key).Where(c => !char.IsControl(c)).Take(40)])}'";

        T? Parse<T>(string key, JsonTypeInfo<T> type)
        {
            try
            {
                return JsonSerializer.Deserialize(Text(key), type);
            }
            catch (JsonException e)
            {
                throw new WeightsFileException(path, $"a text '{key}' that is not the expected JSON", "the format that Notable writes", e);
            }
        }
    }
}
