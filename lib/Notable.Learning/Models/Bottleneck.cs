using Notable.Learning.Acceleration;
using Notable.Learning.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// A 1 x 1 convolution to fewer channels, a 3 x 3 one, and a 1 x 1 one to four times as many. The result is added to the input, which is
/// projected if its shape differs. The 3 x 3 convolution has the stride, as in torchvision.
/// </summary>
internal sealed class Bottleneck : nn.Module<Tensor, Tensor>, IGraphLayers
{
    /// <summary>Output channels per plane.</summary>
    public const long Expansion = 4;

    private readonly Convolution2d conv1, conv2, conv3;
    private readonly BatchNormalization bn1, bn2, bn3;
    private readonly nn.Module<Tensor, Tensor>? downsample;
    private readonly (int Inputs, int Planes, int Stride) shape;

    public Bottleneck(long inputs, long planes, long stride) : base(nameof(Bottleneck))
    {
        shape = ((int)inputs, (int)planes, (int)stride);
        (conv1, bn1) = ResNet.Convolution(inputs, planes, 1);
        (conv2, bn2) = ResNet.Convolution(planes, planes, 3, stride);
        (conv3, bn3) = ResNet.Convolution(planes, planes * Expansion, 1);
        downsample = ResNet.Downsample(inputs, planes * Expansion, stride);
        // torchvision's order, which differs from the order of the fields.
        (string, nn.Module?)[] parts = [("conv1", conv1), ("bn1", bn1), ("conv2", conv2), ("bn2", bn2), ("conv3", conv3), ("bn3", bn3), ("downsample", downsample)];
        foreach (var (name, module) in parts)
            if (module is not null)
                register_module(name, module);
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var narrow = bn1.call(conv1.call(input)).relu_();
        var convolved = bn2.call(conv2.call(narrow)).relu_();
        var sum = bn3.call(conv3.call(convolved)).Plus_(downsample?.call(input) ?? input);
        return sum.relu_().MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public string AddTo(LayerGraph graph, string name, string input) =>
        ResNetLayers.Block(graph, name.TrimEnd('.'), input, shape.Inputs, shape.Planes, shape.Stride, isDeep: true);
}
