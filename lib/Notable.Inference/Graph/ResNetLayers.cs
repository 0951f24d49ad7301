namespace Notable.Learning.Graphs;

/// <summary>Residual networks (He et al. 2015) without their classifier, under torchvision's names.</summary>
/// <param name="blocks">The number of blocks in each of the four stages.</param>
/// <param name="isDeep">Whether blocks are bottlenecks, as in ResNet50.</param>
internal sealed class ResNetLayers(int[] blocks, bool isDeep = false) : IGraphLayers
{
    private const int Expansion = 4;

    public string AddTo(LayerGraph graph, string name, string input)
    {
        var value = graph.Relu(graph.Convolution(input, $"{name}conv1", 3, 64, 7, stride: 2, padding: 3, norm: $"{name}bn1"));
        value = graph.MaxPool(value, 3, stride: 2, padding: 1);
        var channels = 64;
        for (var stage = 0; stage < blocks.Length; stage++)
            for (var block = 0; block < blocks[stage]; block++)
            {
                var (planes, stride) = (64 << stage, block == 0 && stage > 0 ? 2 : 1);
                var outputs = isDeep ? planes * Expansion : planes;
                value = Block(graph, $"{name}layer{stage + 1}.{block}", value, channels, planes, stride, isDeep);
                channels = outputs;
            }
        return value;
    }

    /// <summary>Adds one block: its convolutions, plus its input.</summary>
    public static string Block(LayerGraph graph, string name, string input, int inputs, int planes, int stride, bool isDeep)
    {
        var outputs = isDeep ? planes * Expansion : planes;
        string Convolved(string value, int number, int from, int to, int kernel, int step = 1) => graph.Convolution(
            value, $"{name}.conv{number}", from, to, kernel, step, kernel / 2, norm: $"{name}.bn{number}");

        // A bottleneck has its stride in the 3 x 3 convolution, as in torchvision.
        var value = isDeep
            ? Convolved(graph.Relu(Convolved(graph.Relu(Convolved(input, 1, inputs, planes, 1)), 2, planes, planes, 3, stride)), 3, planes, outputs, 1)
            : Convolved(graph.Relu(Convolved(input, 1, inputs, planes, 3, stride)), 2, planes, outputs, 3);
        var shortcut = stride == 1 && inputs == outputs
            ? input
            : graph.Convolution(input, $"{name}.downsample.0", inputs, outputs, 1, stride, norm: $"{name}.downsample.1");
        return graph.Relu(graph.Add(value, shortcut));
    }
}
