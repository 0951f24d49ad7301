using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace Notable.Learning.Graphs;

/// <summary>
/// A network's graph with convolutions in 8-bit integers (Jacob et al. 2018): values are unsigned with one scale and zero point each, weights
/// signed with one scale per output channel, sums 32-bit. Pairs of QuantizeLinear and DequantizeLinear mark the values; ONNX Runtime fuses
/// them with the operators between them. The head stays in float32.
/// </summary>
internal sealed class QuantizedGraph
{
    private const float LargestWeight = 127, LargestValue = 255;

    // A bias is an integer multiple of the product of two scales, and must fit into 32 bits.
    private const float LargestBias = 1 << 30;

    private const float SmallestScale = 1e-20f;

    // Operators that ONNX Runtime computes with integers if their inputs are quantized.
    private static readonly HashSet<string> Quantizable = ["Conv", "Add", "MaxPool", "Concat"];

    // Operators that limit a value: ONNX Runtime merges them into the rounding after them.
    private static readonly HashSet<string> Activations = ["Relu", "Clip"];

    private readonly GraphProto graph;
    private readonly IReadOnlyDictionary<string, float[]> weights;
    private readonly Dictionary<string, (float Low, float High)> ranges;
    private readonly Dictionary<string, (string Name, float Scale)> quantized = [];
    private readonly List<NodeProto> nodes = [];

    private QuantizedGraph(GraphProto graph, IReadOnlyDictionary<string, float[]> weights, Dictionary<string, (float Low, float High)> ranges) =>
        (this.graph, this.weights, this.ranges) = (graph, weights, ranges);

    /// <summary>Returns the names of the values to quantize, in the graph's order; none if the network has no convolution.</summary>
    public static IReadOnlyList<string> ValuesOf(GraphProto graph)
    {
        NodeProto[] all = [.. graph.Node];
        var (first, last) = (Array.FindIndex(all, IsConvolution), Array.FindLastIndex(all, IsConvolution));
        if (first < 0)
            return [];
        var users = all.SelectMany(node => node.Input.Select(input => (input, node.OpType))).ToLookup(use => use.input, use => use.OpType);
        return [all[first].Input[0], .. all[first..(last + 1)].Select(node => node.Output[0]).Where(IsQuantized)];

        bool IsQuantized(string value) => users[value].Any(Quantizable.Contains) && !users[value].All(Activations.Contains);
    }

    /// <summary>Returns the quantized network.</summary>
    /// <exception cref="ArgumentException">The number of ranges is not that of the graph's values.</exception>
    public static NetworkModel Of(NetworkModel network, Quantization quantization)
    {
        // The clone shares the weights.
        var model = network.Graph.Clone();
        var values = ValuesOf(model.Graph);
        if (values.Count != quantization.Lows.Count)
            throw new ArgumentException($"{quantization.Lows.Count} ranges for {values.Count} values");
        var ranges = values.Zip(quantization.Lows, quantization.Highs).ToDictionary(value => value.First, value => (value.Second, value.Third));
        new QuantizedGraph(model.Graph, network.Weights, ranges).Rewrite();
        return new(model, new Dictionary<string, float[]>());
    }

    private static bool IsConvolution(NodeProto node) => node.OpType == "Conv";

    private void Rewrite()
    {
        foreach (var node in graph.Node.ToArray())
        {
            if (IsConvolution(node))
                QuantizeWeights(node);
            for (var i = 0; i < node.Input.Count; i++)
                if (quantized.TryGetValue(node.Input[i], out var value))
                    node.Input[i] = value.Name;
            nodes.Add(node);
            QuantizeValue(node.Output[0]);
        }
        graph.Node.Clear();
        graph.Node.Add(nodes);
        var used = nodes.SelectMany(node => node.Input).ToHashSet();
        foreach (var unused in graph.Initializer.Where(constant => !used.Contains(constant.Name)).ToArray())
            graph.Initializer.Remove(unused);
    }

    private void QuantizeValue(string name)
    {
        if (!ranges.TryGetValue(name, out var range))
            return;
        var scale = (range.High - range.Low) / LargestValue;
        var (factor, zero) = (Constant<float>([scale], TensorProto.Types.DataType.Float), Constant([(byte)Math.Round(-range.Low / scale)], TensorProto.Types.DataType.Uint8));
        var rounded = Add("QuantizeLinear", [name, factor, zero]);
        quantized[name] = (Add("DequantizeLinear", [rounded, factor, zero]), scale);
    }

    private void QuantizeWeights(NodeProto convolution)
    {
        var inputScale = quantized[convolution.Input[0]].Scale;
        var (kernels, bias) = (weights[convolution.Input[1]], weights[convolution.Input[2]]);
        var (channels, size) = (bias.Length, kernels.Length / bias.Length);
        var (scales, products) = (new float[channels], new float[channels]);
        var (wholeKernels, wholeBias) = (new sbyte[kernels.Length], new int[channels]);
        for (var channel = 0; channel < channels; channel++)
        {
            var kernel = kernels.AsSpan(channel * size, size);
            // A channel with tiny weights gets a scale that its bias can be expressed in.
            var smallest = Math.Max(SmallestScale, Math.Abs(bias[channel]) / inputScale / LargestBias);
            scales[channel] = Math.Max(smallest, Math.Abs(TensorPrimitives.MaxMagnitude(kernel)) / LargestWeight);
            products[channel] = inputScale * scales[channel];
            for (var i = 0; i < size; i++)
                wholeKernels[channel * size + i] = (sbyte)Math.Round(kernel[i] / scales[channel]);
            wholeBias[channel] = (int)Math.Round(bias[channel] / products[channel]);
        }
        var shape = graph.Initializer.First(constant => constant.Name == convolution.Input[1]).Dims;
        convolution.Input[1] = Dequantized(wholeKernels, TensorProto.Types.DataType.Int8, scales, [.. shape]);
        convolution.Input[2] = Dequantized(wholeBias, TensorProto.Types.DataType.Int32, products, [channels]);
    }

    private string Dequantized<T>(T[] values, TensorProto.Types.DataType type, float[] scales, long[] shape)
        where T : unmanaged =>
        Add("DequantizeLinear", [Constant(values, type, shape), Constant(scales, TensorProto.Types.DataType.Float, scales.Length), Constant(new T[scales.Length], type, scales.Length)], axis: 0);

    private string Add(string type, ReadOnlySpan<string> inputs, long? axis = null)
    {
        var node = new NodeProto { OpType = type, Name = $"{type}_{nodes.Count}" };
        node.Input.AddRange(inputs.ToArray());
        node.Output.Add($"q{nodes.Count}");
        if (axis is { } number)
            node.Attribute.Add(new AttributeProto { Name = "axis", Type = AttributeProto.Types.AttributeType.Int, I = number });
        nodes.Add(node);
        return node.Output[0];
    }

    private string Constant<T>(T[] values, TensorProto.Types.DataType type, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        var tensor = new TensorProto { Name = $"i{graph.Initializer.Count}", DataType = (int)type, RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan())) };
        tensor.Dims.AddRange(shape.ToArray());
        graph.Initializer.Add(tensor);
        return tensor.Name;
    }
}
