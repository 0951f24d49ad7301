namespace Notable.Learning.Graphs;

/// <summary>SqueezeNet 1.1 (Iandola et al. 2016) without its classifier, under torchvision's names.</summary>
internal sealed class SqueezeNetLayers : IGraphLayers
{
    // Index in the sequence, input channels, squeezed channels, expanded channels; pooling layers are at the missing indexes.
    private static readonly (int Place, int Inputs, int Squeezed, int Expanded)[] Fires =
        [(3, 64, 16, 64), (4, 128, 16, 64), (6, 128, 32, 128), (7, 256, 32, 128), (9, 256, 48, 192), (10, 384, 48, 192), (11, 384, 64, 256), (12, 512, 64, 256)];

    public string AddTo(LayerGraph graph, string name, string input)
    {
        var value = graph.Relu(graph.Convolution(input, $"{name}features.0", 3, 64, 3, stride: 2, bias: true));
        foreach (var fire in Fires)
        {
            if (fire.Place is 3 or 6 or 9)
                value = graph.MaxPool(value, 3, stride: 2, ceil: true);
            value = Fire(graph, value, $"{name}features.{fire.Place}", fire.Inputs, fire.Squeezed, fire.Expanded);
        }
        return value;
    }

    /// <summary>Adds a 1 x 1 convolution to few channels, then a 1 x 1 and a 3 x 3 one in parallel.</summary>
    private static string Fire(LayerGraph graph, string input, string name, int inputs, int squeezed, int expanded)
    {
        var narrow = graph.Relu(graph.Convolution(input, $"{name}.squeeze", inputs, squeezed, 1, bias: true));
        return graph.Concat(
            graph.Relu(graph.Convolution(narrow, $"{name}.expand1x1", squeezed, expanded, 1, bias: true)),
            graph.Relu(graph.Convolution(narrow, $"{name}.expand3x3", squeezed, expanded, 3, padding: 1, bias: true)));
    }
}
