namespace Notable.Learning.Graphs;

/// <summary>
/// Adds the layers of a network to an ONNX graph. Values are identified by name: each method takes the names of its inputs and returns the
/// name of its output. Weights have PyTorch's names; feature maps are [n, channels, height, width].
/// </summary>
public sealed class LayerGraph
{
    private const float Epsilon = 1e-5f;
    private readonly NetworkWeights weights;

    internal LayerGraph(OnnxGraphBuilder nodes, NetworkWeights weights) => (Nodes, this.weights) = (nodes, weights);

    internal OnnxGraphBuilder Nodes { get; }

    /// <summary>Adds a convolution with a square kernel; the batch-norm after it, if given, is folded into it.</summary>
    /// <param name="input">[n, inputs, h, w].</param>
    /// <param name="name">
    /// Name of the convolution, for example <c>body.conv1</c>: its weights are <c>body.conv1.weight</c>, [outputs, inputs / groups, kernel,
    /// kernel].
    /// </param>
    /// <param name="inputs">Channels of the input.</param>
    /// <param name="outputs">Channels of the result.</param>
    /// <param name="kernel">Side of the kernel.</param>
    /// <param name="stride">Stride of the kernel.</param>
    /// <param name="padding">Zeros added on each side.</param>
    /// <param name="groups">Number of channel groups, convolved separately.</param>
    /// <param name="bias">Whether it has a bias.</param>
    /// <param name="norm">The batch-norm after it, for example <c>body.bn1</c>; null for none.</param>
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

    /// <summary>Adds a linear layer: [n, inputs] to [n, outputs]; its weights are [outputs, inputs].</summary>
    public string Linear(string input, string name, int inputs, int outputs, bool bias = true) => Linear(
        input, weights.Take($"{name}.weight", outputs, inputs), bias ? weights.Take($"{name}.bias", outputs) : new float[outputs]);

    /// <summary>
    /// Adds a batch-norm with its running statistics that is not folded into a convolution: [n, features] or [n, features, h, w].
    /// </summary>
    public string BatchNorm(string input, string name, int features)
    {
        float[] Of(string part) => weights.Take($"{name}.{part}", features);
        weights.TakeCounter($"{name}.num_batches_tracked");
        string[] inputs = [input, .. ((string[])["weight", "bias", "running_mean", "running_var"]).Select(part => Nodes.Constant(Of(part), features))];
        return Nodes.Add("BatchNormalization", inputs, ("epsilon", Epsilon));
    }

    /// <summary>Adds a ReLU: sets negative values to 0.</summary>
    public string Relu(string input) => Nodes.Add("Relu", [input]);

    /// <summary>Adds a ReLU6: clamps values to 0 to 6.</summary>
    public string Relu6(string input) => Nodes.Add("Clip", [input, Nodes.Constant([0f]), Nodes.Constant([6f])]);

    /// <summary>Adds max pooling with a square window.</summary>
    /// <param name="input">[n, channels, h, w].</param>
    /// <param name="size">Side of the window.</param>
    /// <param name="stride">Stride of the window.</param>
    /// <param name="padding">Padding on each side, which never counts as the maximum.</param>
    /// <param name="ceil">Whether the last window may extend beyond the edge.</param>
    public string MaxPool(string input, int size, int stride, int padding = 0, bool ceil = false) => Nodes.Add("MaxPool", [input],
        ("kernel_shape", new long[] { size, size }), ("strides", new long[] { stride, stride }),
        ("pads", new long[] { padding, padding, padding, padding }), ("ceil_mode", ceil ? 1 : 0));

    /// <summary>Adds two values of the same shape.</summary>
    public string Add(string first, string second) => Nodes.Add("Add", [first, second]);

    /// <summary>Concatenates the channels of two values.</summary>
    public string Concat(string first, string second) => Nodes.Add("Concat", [first, second], ("axis", 1));

    /// <summary>Adds average pooling over each channel: [n, channels, 1, 1].</summary>
    public string GlobalAveragePool(string input) => Nodes.Add("GlobalAveragePool", [input]);

    /// <summary>Adds max pooling over each channel: [n, channels, 1, 1].</summary>
    public string GlobalMaxPool(string input) => Nodes.Add("GlobalMaxPool", [input]);

    /// <summary>Flattens [n, channels, 1, 1] to [n, channels].</summary>
    public string Flatten(string input) => Nodes.Add("Flatten", [input], ("axis", 1));

    /// <summary>Returns the scale and shift of a batch-norm, from its running statistics.</summary>
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
