using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Two 3 x 3 convolutions whose result is added to the input; the input is brought to the result's shape where they differ.</summary>
public sealed class BasicBlock : Module<torch.Tensor, torch.Tensor>, IConvolutionNorms
{
    private readonly Conv2d conv1, conv2;
    private readonly BatchNorm2d bn1, bn2;
    private readonly ReLU relu;
    private readonly Sequential? downsample;

    internal BasicBlock(long inputs, long outputs, long stride, torch.Device? device) : base(nameof(BasicBlock))
    {
        conv1 = Conv2d(inputs, outputs, 3, stride: stride, padding: 1, bias: false, device: device);
        bn1 = BatchNorm2d(outputs, device: device);
        relu = ReLU(inplace: true);
        conv2 = Conv2d(outputs, outputs, 3, padding: 1, bias: false, device: device);
        bn2 = BatchNorm2d(outputs, device: device);
        downsample = ResNet.Downsample(inputs, outputs, stride, device);
        // PyTorch's order of names, which is not that of the fields.
        (string, Module?)[] parts = [("conv1", conv1), ("bn1", bn1), ("relu", relu), ("conv2", conv2), ("bn2", bn2), ("downsample", downsample)];
        foreach (var (part, module) in parts)
            if (module is not null) register_module(part, module);
    }

    IEnumerable<(Conv2d Convolution, BatchNorm2d Norm)> IConvolutionNorms.ConvolutionNorms => [(conv1, bn1), (conv2, bn2)];

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input)
    {
        using var convolved = conv1.call(input);
        using var normalised = bn1.call(convolved);
        using var again = conv2.call(relu.call(normalised));
        var sum = bn2.call(again);
        using var shortcut = downsample?.call(input);
        return relu.call(sum.add_(shortcut ?? input));
    }
}
