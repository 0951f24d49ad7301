namespace Notable.Learning.Graphs;

/// <summary>
/// The layers that networks are described with. Values are named by strings: each method takes the names of its inputs and returns that
/// of its result. Weights are found under PyTorch's names; feature maps are [n, channels, height, width].
/// </summary>
public sealed class LayerGraph
{
    private const float Epsilon = 1e-5f;
    private readonly NetworkWeights weights;

    internal LayerGraph(OnnxGraphBuilder nodes, NetworkWeights weights) => (Nodes, this.weights) = (nodes, weights);

    internal OnnxGraphBuilder Nodes { get; }

    /// <summary>A convolution with a square kernel; the batch norm behind it, if one is named, is folded into it.</summary>
    /// <param name="input">[n, inputs, h, w].</param>
    /// <param name="name">The convolution, for example <c>body.conv1</c>: its weights are <c>body.conv1.weight</c>, [outputs, inputs / groups, kernel, kernel].</param>
    /// <param name="inputs">Channels of the input.</param>
    /// <param name="outputs">Channels of the result.</param>
    /// <param name="kernel">Side of the kernel.</param>
    /// <param name="stride">Step between two places of the kernel.</param>
    /// <param name="padding">Zeros added on each side.</param>
    /// <param name="groups">Groups of channels that do not mix.</param>
    /// <param name="bias">Whether it has a bias.</param>
    /// <param name="norm">The batch norm behind it, for example <c>body.bn1</c>; null: none.</param>
    public string Convolution(
        string input, string name, int inputs, int outputs, int kernel, int stride = 1, int padding = 0, int groups = 1, bool bias = false, string? norm = null)
    {
        var kernels = weights.Take($"{name}.weight", outputs, inputs / groups, kernel, kernel);
        var offset = bias ? weights.Take($"{name}.bias", outputs) : new float[outputs];
        if (norm is not null)
            NormFactors(norm, outputs).FoldInto(kernels, offset);
        return Nodes.Add("Conv", [input, Nodes.Constant(kernels, outputs, inputs / groups, kernel, kernel), Nodes.Constant(offset, outputs)],
            ("kernel_shape", new long[] { kernel, kernel }), ("strides", new long[] { stride, stride }), ("group", groups),
            ("pads", new long[] { padding, padding, padding, padding }));
    }

    /// <summary>A linear layer: [n, inputs] to [n, outputs]; its weights are [outputs, inputs].</summary>
    public string Linear(string input, string name, int inputs, int outputs, bool bias = true) => Linear(
        input, weights.Take($"{name}.weight", outputs, inputs), bias ? weights.Take($"{name}.bias", outputs) : new float[outputs]);

    /// <summary>A batch norm by its running statistics, where no convolution takes it in: [n, features] or [n, features, h, w].</summary>
    public string BatchNorm(string input, string name, int features)
    {
        float[] Of(string part) => weights.Take($"{name}.{part}", features);
        weights.TakeCounter($"{name}.num_batches_tracked");
        string[] inputs = [input, .. ((string[])["weight", "bias", "running_mean", "running_var"]).Select(part => Nodes.Constant(Of(part), features))];
        return Nodes.Add("BatchNormalization", inputs, ("epsilon", Epsilon));
    }

    /// <summary>Negative values to 0.</summary>
    public string Relu(string input) => Nodes.Add("Relu", [input]);

    /// <summary>Values below 0 to 0, above 6 to 6.</summary>
    public string Relu6(string input) => Nodes.Add("Clip", [input, Nodes.Constant([0f]), Nodes.Constant([6f])]);

    /// <summary>The largest value under a square window.</summary>
    /// <param name="input">[n, channels, h, w].</param>
    /// <param name="size">Side of the window.</param>
    /// <param name="stride">Step between two windows.</param>
    /// <param name="padding">Fields added on each side, which are never the largest.</param>
    /// <param name="ceil">Whether a last window may reach over the edge.</param>
    public string MaxPool(string input, int size, int stride, int padding = 0, bool ceil = false) => Nodes.Add("MaxPool", [input],
        ("kernel_shape", new long[] { size, size }), ("strides", new long[] { stride, stride }),
        ("pads", new long[] { padding, padding, padding, padding }), ("ceil_mode", ceil ? 1 : 0));

    /// <summary>The sum of two values of one shape.</summary>
    public string Add(string first, string second) => Nodes.Add("Add", [first, second]);

    /// <summary>Channels of two values, one behind the other.</summary>
    public string Concat(string first, string second) => Nodes.Add("Concat", [first, second], ("axis", 1));

    /// <summary>The mean of each channel: [n, channels, 1, 1].</summary>
    public string GlobalAveragePool(string input) => Nodes.Add("GlobalAveragePool", [input]);

    /// <summary>The largest value of each channel: [n, channels, 1, 1].</summary>
    public string GlobalMaxPool(string input) => Nodes.Add("GlobalMaxPool", [input]);

    /// <summary>[n, channels, 1, 1] to [n, channels].</summary>
    public string Flatten(string input) => Nodes.Add("Flatten", [input], ("axis", 1));

    /// <summary>What a batch norm multiplies by and adds, by its running statistics.</summary>
    internal NormFactors NormFactors(string name, int features)
    {
        weights.TakeCounter($"{name}.num_batches_tracked");
        return Graphs.NormFactors.Of(weights.Take($"{name}.weight", features), weights.Take($"{name}.bias", features),
            weights.Take($"{name}.running_mean", features), weights.Take($"{name}.running_var", features), Epsilon);
    }

    internal float[] Take(string name, params ReadOnlySpan<long> shape) => weights.Take(name, shape);

    internal string Linear(string input, float[] matrix, float[] offset) => Nodes.Add(
        "Gemm", [input, Nodes.Constant(matrix, offset.Length, matrix.Length / offset.Length), Nodes.Constant(offset, offset.Length)], ("transB", 1));
}
