using Notable.Learning.Graphs;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// Describes a module for the ONNX graph: through its <see cref="IGraphLayers"/> if it implements it, else as one of the common layers
/// or a sequence of describable parts.
/// </summary>
/// <param name="module">The module.</param>
internal sealed class ModuleLayers(nn.Module module) : IGraphLayers
{
    /// <inheritdoc/>
    /// <exception cref="TrainingException">A part cannot be described; the message names it.</exception>
    public string AddTo(LayerGraph graph, string name, string input)
    {
        var at = name.TrimEnd('.');
        return module switch
        {
            IGraphLayers layers => layers.AddTo(graph, name, input),
            Sequential parts => parts.named_children().Aggregate(input, (value, part) => new ModuleLayers(part.module).AddTo(graph, $"{name}{part.name}.", value)),
            Convolution convolution when IsPlain(convolution) => Convolution(graph, at, input, convolution),
            BatchNorm norm => graph.BatchNorm(input, at, (int)norm.weight!.shape[0]),
            Linear linear => graph.Linear(input, at, (int)linear.in_features, (int)linear.out_features, linear.bias is not null),
            AdaptiveConcatPool2d => graph.Concat(graph.GlobalMaxPool(input), graph.GlobalAveragePool(input)),
            AdaptiveAvgPool2d { output_size: [1] or [1, 1] } => graph.GlobalAveragePool(input),
            MaxPool2d pool when IsSquare(pool) => graph.MaxPool(
                input, (int)pool.kernel_size[0], (int)(pool.stride ?? pool.kernel_size)[0], (int)(pool.padding?[0] ?? 0), pool.ceil_mode),
            ReLU => graph.Relu(input),
            ReLU6 => graph.Relu6(input),
            Flatten { start_dim: 1, end_dim: -1 or 3 } => graph.Flatten(input),
            Dropout => input,
            _ => throw new TrainingException($"the layer '{at}' is a {module.GetType().Name}, which cannot be written as ONNX: "
                + $"expected a layer of the library, or a module that implements {nameof(IGraphLayers)} and describes itself"),
        };
    }

    private static bool IsSquare(MaxPool2d pool) =>
        ((long[]?[])[pool.kernel_size, pool.stride, pool.padding]).All(sizes => sizes is null || sizes.Distinct().Count() == 1)
        && (pool.dilation is null || pool.dilation.All(step => step == 1));

    /// <summary>
    /// Whether it is a plain two-dimensional convolution: square kernel, and equal stride and zero padding in both directions.
    /// </summary>
    private static bool IsPlain(Convolution convolution) => convolution.GetType().Name is nameof(Conv2d) or nameof(Acceleration.Convolution2d)
        && convolution.padding_mode == PaddingModes.Zeros && convolution.padding is not null
        && ((long[])[.. convolution.dilation ?? []]).All(step => step == 1)
        && ((long[]?[])[convolution.kernel_size, convolution.stride, convolution.padding]).All(sizes => sizes is null || sizes.Distinct().Count() == 1);

    private static string Convolution(LayerGraph graph, string name, string input, Convolution convolution) => graph.Convolution(
        input, name, (int)convolution.in_channels, (int)convolution.out_channels, (int)convolution.kernel_size[0], (int)convolution.stride[0],
        (int)convolution.padding![0], (int)convolution.groups, convolution.bias is not null);
}
