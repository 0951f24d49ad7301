using System.Runtime.InteropServices;
using Notable.Learning.Files;
using Onnx;

namespace Notable.Learning;

/// <summary>
/// Converts the network in Microsoft.ML.DnnImageFeaturizer.ResNet18, trained on ImageNet with CNTK, to ResNet20 or, without one block, to
/// torchvision's ResNet18. It has no classifier, and its input is blue, green, red from 0 to 255 minus the mean.
/// </summary>
internal static class OnnxResNet18
{
    private const float Epsilon = 1e-5f;

    /// <summary>
    /// The block that torchvision's ResNet18 lacks and <see cref="Architectures.ResNet20"/> has. It is dropped for ResNet18: a linear
    /// classifier on the features has about the same error without it (five folds, three seeds: bills 2.0 to 2.8 % against 1.6 %,
    /// bears 1.1 to 2.2 % against 1.7 to 2.8 %).
    /// </summary>
    private const string ExtraBlock = "layer4.2.";

    // In the order of the graph: a block's projection comes before its own convolutions.
    private static readonly ConvolutionLayer[] Layers = [.. ListLayers()];

    /// <summary>Converts to ResNet18: the network without its last block.</summary>
    /// <exception cref="WeightsFileException">The graph is not that network.</exception>
    public static TensorFile Convert(OnnxGraph graph) => new(
        ConvertWhole(graph).Tensors.Values.Where(tensor => !tensor.Name.StartsWith(ExtraBlock, StringComparison.Ordinal)));

    /// <summary>
    /// Converts to ResNet20: all tensors of the network, which has no classifier, under torchvision's names, for pictures normalized with
    /// ImageNet's statistics. Its strided layers pad only top and left, which for pictures of an even size equals torchvision's padding.
    /// </summary>
    /// <exception cref="WeightsFileException">The graph is not that network.</exception>
    public static TensorFile ConvertWhole(OnnxGraph graph)
    {
        var convolutions = graph.Nodes.Where(node => node.OpType == "Conv").ToList();
        if (convolutions.Count != Layers.Length)
            throw graph.Refuse($"{convolutions.Count:N0} convolutions", $"{Layers.Length}");
        return new TensorFile(convolutions.Zip(Layers).SelectMany(pair => Tensors(graph, pair.First, pair.Second)));
    }

    private static IEnumerable<ConvolutionLayer> ListLayers()
    {
        yield return new("conv1", "bn1", [64, 3, 7, 7]);
        var channels = 64L;
        foreach (var (stage, planes, blocks) in ((int, long, int)[])[(1, 64, 2), (2, 128, 2), (3, 256, 2), (4, 512, 3)])
            for (var block = 0; block < blocks; block++)
            {
                var name = $"layer{stage}.{block}";
                if (channels != planes)
                    yield return new($"{name}.downsample.0", $"{name}.downsample.1", [planes, channels, 1, 1]);
                yield return new($"{name}.conv1", $"{name}.bn1", [planes, channels, 3, 3]);
                yield return new($"{name}.conv2", $"{name}.bn2", [planes, planes, 3, 3]);
                channels = planes;
            }
    }

    private static IEnumerable<StoredTensor> Tensors(OnnxGraph graph, NodeProto convolution, ConvolutionLayer layer)
    {
        var norm = graph.Nodes.FirstOrDefault(node => node.OpType == "BatchNormalization" && node.Input.Count == 5
            && convolution.Output.Count == 1 && node.Input[0] == convolution.Output[0]);
        if (norm is null || convolution.Input.Count != 2)
            throw graph.Refuse($"the convolution of {layer.Convolution} with {convolution.Input.Count} inputs and "
                + $"{(norm is null ? "no" : "a")} batch norm behind it", "two inputs and a batch norm");
        if (norm.Attribute.FirstOrDefault(one => one.Name == "epsilon")?.F is not Epsilon)
            throw graph.Refuse($"another epsilon in the batch norm {layer.Norm}", $"{Epsilon}");

        var weight = Take(convolution.Input[1], $"{layer.Convolution}.weight", layer.Shape);
        yield return layer.Convolution == "conv1" ? Normalized(weight) : weight;
        long[] channels = [layer.Shape[0]];
        yield return Take(norm.Input[1], $"{layer.Norm}.weight", channels);
        yield return Take(norm.Input[2], $"{layer.Norm}.bias", channels);
        yield return Take(norm.Input[3], $"{layer.Norm}.running_mean", channels);
        yield return Take(norm.Input[4], $"{layer.Norm}.running_var", channels);
        yield return new StoredTensor($"{layer.Norm}.num_batches_tracked", "I64", [], new byte[sizeof(long)]);

        StoredTensor Take(string initializer, string name, long[] shape)
        {
            var stored = graph.Initializer(initializer);
            if (!stored.Shape.SequenceEqual(shape))
                throw graph.Refuse($"{name} of shape {UntrustedText.Shape(stored.Shape)}", UntrustedText.Shape(shape));
            return stored.IsFinite() ? stored with { Name = name } : throw graph.Refuse($"numbers in {name} that are not finite", "finite ones");
        }
    }

    /// <summary>
    /// Adapts the first kernels to normalized red, green, blue: reverses the channels and multiplies each by 255 deviations, since x in the
    /// file's units is 255 (deviation * normalized + mean). Its own means (123.15, 115.90, 103.06) are within 0.6 of ImageNet's.
    /// </summary>
    private static StoredTensor Normalized(StoredTensor stored)
    {
        var source = MemoryMarshal.Cast<byte, float>(stored.Data.Span);
        var result = new float[source.Length];
        var (channels, size) = ((int)stored.Shape[1], (int)(stored.Shape[2] * stored.Shape[3]));
        for (var start = 0; start < source.Length; start += channels * size)
            for (var channel = 0; channel < channels; channel++)
            {
                var factor = 255 * Normalize.ImageNet.Std[channel];
                for (var i = 0; i < size; i++)
                    result[start + channel * size + i] = factor * source[start + (channels - 1 - channel) * size + i];
            }
        return stored with { Data = MemoryMarshal.AsBytes(result.AsSpan()).ToArray() };
    }

    private sealed record ConvolutionLayer(string Convolution, string Norm, long[] Shape);
}
