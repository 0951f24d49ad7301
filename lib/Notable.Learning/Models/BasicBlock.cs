using Notable.Learning.Acceleration;
using Notable.Learning.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Two 3 x 3 convolutions whose result is added to the input, which is projected if its shape differs.</summary>
internal sealed class BasicBlock : nn.Module<Tensor, Tensor>, IGraphLayers
{
    private readonly Convolution2d conv1, conv2;
    private readonly BatchNormalization bn1, bn2;
    private readonly nn.Module<Tensor, Tensor>? downsample;
    private readonly (int Inputs, int Outputs, int Stride) shape;

    public BasicBlock(long inputs, long outputs, long stride) : base(nameof(BasicBlock))
    {
        shape = ((int)inputs, (int)outputs, (int)stride);
        (conv1, bn1) = ResNet.Convolution(inputs, outputs, 3, stride);
        (conv2, bn2) = ResNet.Convolution(outputs, outputs, 3);
        downsample = ResNet.Downsample(inputs, outputs, stride);
        // torchvision's order, which differs from the order of the fields.
        foreach (var (name, module) in ((string, nn.Module?)[])[("conv1", conv1), ("bn1", bn1), ("conv2", conv2), ("bn2", bn2), ("downsample", downsample)])
            if (module is not null)
                register_module(name, module);
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var first = bn1.call(conv1.call(input)).relu_();
        var sum = bn2.call(conv2.call(first)).Plus_(downsample?.call(input) ?? input);
        return sum.relu_().MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public string AddTo(LayerGraph graph, string name, string input) =>
        ResNetLayers.Block(graph, name.TrimEnd('.'), input, shape.Inputs, shape.Outputs, shape.Stride, isDeep: false);
}
