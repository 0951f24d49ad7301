using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// A 1 x 1 convolution to fewer channels, a 3 x 3 one, and a 1 x 1 one to four times as many, whose result is added to the input; the
/// input is brought to the result's shape where they differ. The 3 x 3 convolution has the stride, as in torchvision.
/// </summary>
public sealed class Bottleneck : Module<torch.Tensor, torch.Tensor>, IConvolutionNorms
{
    /// <summary>Channels of the result for each of the planes.</summary>
    internal const long Expansion = 4;

    private readonly Conv2d conv1, conv2, conv3;
    private readonly BatchNorm2d bn1, bn2, bn3;
    private readonly ReLU relu;
    private readonly Sequential? downsample;

    internal Bottleneck(long inputs, long planes, long stride, torch.Device? device) : base(nameof(Bottleneck))
    {
        var outputs = planes * Expansion;
        conv1 = Conv2d(inputs, planes, 1, bias: false, device: device);
        bn1 = BatchNorm2d(planes, device: device);
        conv2 = Conv2d(planes, planes, 3, stride: stride, padding: 1, bias: false, device: device);
        bn2 = BatchNorm2d(planes, device: device);
        conv3 = Conv2d(planes, outputs, 1, bias: false, device: device);
        bn3 = BatchNorm2d(outputs, device: device);
        relu = ReLU(inplace: true);
        downsample = ResNet.Downsample(inputs, outputs, stride, device);
        // PyTorch's order of names, which is not that of the fields.
        (string, Module?)[] parts = [("conv1", conv1), ("bn1", bn1), ("conv2", conv2), ("bn2", bn2), ("conv3", conv3), ("bn3", bn3), ("relu", relu), ("downsample", downsample)];
        foreach (var (part, module) in parts)
            if (module is not null) register_module(part, module);
    }

    IEnumerable<(Conv2d Convolution, BatchNorm2d Norm)> IConvolutionNorms.ConvolutionNorms => [(conv1, bn1), (conv2, bn2), (conv3, bn3)];

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input)
    {
        using var narrowed = conv1.call(input);
        using var normalised = bn1.call(narrowed);
        using var convolved = conv2.call(relu.call(normalised));
        using var again = bn2.call(convolved);
        using var widened = conv3.call(relu.call(again));
        var sum = bn3.call(widened);
        using var shortcut = downsample?.call(input);
        return relu.call(sum.add_(shortcut ?? input));
    }
}
