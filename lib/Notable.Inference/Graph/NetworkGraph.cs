using Onnx;

namespace Notable.Learning.Graphs;

/// <summary>An executable graph.</summary>
/// <param name="Graph">The model, including weights.</param>
/// <param name="Weights">Its float32 weights by name; they share the graph's memory.</param>
internal sealed record NetworkModel(ModelProto Graph, IReadOnlyDictionary<string, float[]> Weights);

/// <summary>Builds the steps common to all graphs: from squares of pixels to logits.</summary>
internal static class NetworkGraph
{
    public const string Pixels = "pixels", Features = "features", Logits = "logits";

    /// <summary>Adds the network: squares [n, 3, S, S] of float32 in 0 to 255 to logits [n, answers] and the body's features.</summary>
    public static (string Features, string Logits) AddNetwork(LayerGraph graph, string squares, InferenceTransform transform, IGraphLayers body, IGraphLayers head)
    {
        var features = body.AddTo(graph, "body.", Normalized(graph.Nodes, Resampled(graph.Nodes, squares, transform), transform.Normalize));
        return (features, head.AddTo(graph, "head.", features));
    }

    /// <summary>
    /// Builds the graph for a <see cref="Predictor"/>: <see cref="Pixels"/>, uint8 [n, S, S, 3], to <see cref="Logits"/> [n, answers] and
    /// <see cref="Features"/> [n, channels, h, w].
    /// </summary>
    public static NetworkModel ForPredictor(NetworkWeights weights, InferenceTransform transform, IGraphLayers body, IGraphLayers head)
    {
        var nodes = new OnnxGraphBuilder();
        var side = transform.Resize.Size;
        var pixels = nodes.Input(Pixels, TensorProto.Types.DataType.Uint8, "n", side, side, 3);
        var squares = ToChannels(nodes, pixels);
        var (features, logits) = AddNetwork(new(nodes, weights), squares, transform, body, head);
        weights.RequireAllTaken();
        nodes.Output(Logits, logits, "n", "answers");
        nodes.Output(Features, features, "n", "channels", "rows", "columns");
        return new(nodes.Build([]), nodes.Weights);
    }

    /// <summary>Converts uint8 [n, h, w, 3] to float32 [n, 3, h, w].</summary>
    public static string ToChannels(OnnxGraphBuilder nodes, string pixels) => nodes.Add(
        "Transpose", [nodes.Add("Cast", [pixels], ("to", (int)TensorProto.Types.DataType.Float))], ("perm", new long[] { 0, 3, 1, 2 }));

    private static string Resampled(OnnxGraphBuilder nodes, string squares, InferenceTransform transform)
    {
        var (from, to) = (transform.Resize.Size, transform.Size);
        if (from == to)
            return squares;
        var matrix = GridMatrix.Of(from, to);
        var transposed = new float[matrix.Length];
        for (var i = 0; i < matrix.Length; i++)
            transposed[i % from * to + i / from] = matrix[i];
        return nodes.Add("MatMul", [nodes.Add("MatMul", [nodes.Constant(matrix, to, from), squares]), nodes.Constant(transposed, from, to)]);
    }

    private static string Normalized(OnnxGraphBuilder nodes, string squares, Normalize normalize)
    {
        float[] scale = [.. normalize.Std.Select(deviation => 1 / (255 * deviation))];
        float[] shift = [.. normalize.Mean.Zip(normalize.Std, (mean, deviation) => -mean / deviation)];
        return nodes.Add("Add", [nodes.Add("Mul", [squares, nodes.Constant(scale, 1, 3, 1, 1)]), nodes.Constant(shift, 1, 3, 1, 1)]);
    }
}
