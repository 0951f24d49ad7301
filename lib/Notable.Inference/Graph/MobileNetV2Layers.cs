namespace Notable.Learning.Graphs;

/// <summary>MobileNetV2 (Sandler et al. 2018) without its classifier, under torchvision's names.</summary>
internal sealed class MobileNetV2Layers : IGraphLayers
{
    // Expansion factor, channels, blocks, stride of the first block.
    private static readonly (int Factor, int Channels, int Blocks, int Stride)[] Stages =
        [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)];

    public string AddTo(LayerGraph graph, string name, string input)
    {
        var (layer, channels) = (0, 32);
        var value = Rectified(graph, input, $"{name}features.{layer++}", 3, channels, 3, stride: 2);
        foreach (var stage in Stages)
            for (var block = 0; block < stage.Blocks; block++)
            {
                value = Residual(graph, value, $"{name}features.{layer++}.conv", channels, stage.Channels, block == 0 ? stage.Stride : 1, stage.Factor);
                channels = stage.Channels;
            }
        return Rectified(graph, value, $"{name}features.{layer}", channels, 1280, 1);
    }

    /// <summary>Expands to more channels, convolves each separately, and projects to few; adds the input if shapes match.</summary>
    private static string Residual(LayerGraph graph, string input, string name, int inputs, int outputs, int stride, int factor)
    {
        var (part, hidden) = (0, inputs * factor);
        var value = factor == 1 ? input : Rectified(graph, input, $"{name}.{part++}", inputs, hidden, 1);
        value = Rectified(graph, value, $"{name}.{part++}", hidden, hidden, 3, stride, groups: hidden);
        value = graph.Convolution(value, $"{name}.{part}", hidden, outputs, 1, norm: $"{name}.{part + 1}");
        return stride == 1 && inputs == outputs ? graph.Add(value, input) : value;
    }

    private static string Rectified(LayerGraph graph, string input, string name, int inputs, int outputs, int kernel, int stride = 1, int groups = 1) =>
        graph.Relu6(graph.Convolution(input, $"{name}.0", inputs, outputs, kernel, stride, kernel / 2, groups, norm: $"{name}.1"));
}
