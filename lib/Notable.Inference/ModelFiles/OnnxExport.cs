using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Notable.Learning.Files;
using Notable.Learning.Graphs;
using Notable.Shared;
using Onnx;

namespace Notable.Learning;

/// <summary>
/// Writes a model as one self-contained ONNX file: the input is a picture of any size, the output calibrated probabilities. Runs in any ONNX
/// runtime with operator set 18.
/// </summary>
public static class OnnxExport
{
    /// <summary>The file's input: the pixels of an upright picture, uint8 [height, width, 3], red, green and blue.</summary>
    public const string Image = "image";

    /// <summary>The file's output: a probability for each answer, float32 [answers].</summary>
    public const string Probabilities = "probabilities";

    /// <summary>Converts a model file.</summary>
    /// <param name="model">A model file (.safetensors).</param>
    /// <param name="output">The ONNX file, written to a temporary file and renamed.</param>
    /// <param name="license">License of the result; the model file's by default.</param>
    /// <exception cref="WeightsFileException">The model file is not one of Notable, or is damaged.</exception>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public static void Convert(string model, string output, string? license = null) => ModelFile.Open(model).WriteOnnx(output, license);

    /// <summary>Writes a network.</summary>
    internal static void Write(string output, NetworkWeights weights, ModelCard card, IGraphLayers body, IGraphLayers head)
    {
        var model = Build(weights, card, body, head);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        AtomicFile.Write(output, model.WriteTo);
    }

    internal static ModelProto Build(NetworkWeights weights, ModelCard card, IGraphLayers body, IGraphLayers head)
    {
        var nodes = new OnnxGraphBuilder();
        var image = nodes.Input(Image, TensorProto.Types.DataType.Uint8, "height", "width", 3);
        var picture = NetworkGraph.ToChannels(nodes, nodes.Add("Unsqueeze", [image, nodes.Constant([0L])]));
        var squares = new PreprocessingSteps(nodes).Squares(picture, card.Transform.Resize, card.Transform.Views);
        var (_, logits) = NetworkGraph.AddNetwork(new(nodes, weights), squares, card.Transform, body, head);
        weights.RequireAllTaken();
        nodes.Output(Probabilities, new ProbabilitySteps(nodes, card).Probabilities(logits), card.Answers.Count);
        return nodes.Build(Metadata(card));
    }

    private static Dictionary<string, string> Metadata(ModelCard card)
    {
        var metadata = new Dictionary<string, string>
        {
            ["classes"] = JsonSerializer.Serialize(card.Answers, ModelFileJson.Default.IReadOnlyListString),
            ["license"] = card.License ?? "unknown: ask the author of the model",
            ["architecture"] = card.Architecture,
            ["usage"] = $"Input '{Image}': the pixels of a picture of any size, uint8 [height, width, 3], RGB"
                + (card.Transform.Decode.ApplyOrientation ? ", turned upright by its EXIF orientation" : ", as stored (EXIF orientation not applied)")
                + $", {(card.Transform.Decode.Alpha == Imaging.AlphaMode.BlendOnWhite ? "transparent parts on white" : "alpha dropped")}. "
                + $"Output '{Probabilities}': float32 [{card.Answers.Count}], a probability for each of 'classes'. Resizing, normalization, views and calibration are inside.",
        };
        if (card.Calibration is { } calibration)
            metadata["calibration"] = string.Create(CultureInfo.InvariantCulture,
                $"temperature {calibration.Temperature:0.000}, expected calibration error {calibration.Error:0.000} on {calibration.Items} pictures");
        return metadata;
    }
}
