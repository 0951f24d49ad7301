using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// The residual network of He et al. (2015) with torchvision's structure and names: <c>conv1, bn1, relu, maxpool, layer1</c> to
/// <c>layer4, avgpool, fc</c>. Pictures are [N, 3, height, width], normalised; the result is [N, classes].
/// </summary>
public sealed class ResNet : Module<torch.Tensor, torch.Tensor>, IConvolutionNorms
{
    private long planes = 64;

    internal ResNet(int[] blocks, int classes, torch.Device? device, bool isDeep = false) : base(nameof(ResNet))
    {
        conv1 = Conv2d(3, planes, 7, stride: 2, padding: 3, bias: false, device: device);
        bn1 = BatchNorm2d(planes, device: device);
        relu = ReLU(inplace: true);
        maxpool = MaxPool2d(3, stride: 2, padding: 1);
        layer1 = Stage(64, blocks[0], 1, isDeep, device);
        layer2 = Stage(128, blocks[1], 2, isDeep, device);
        layer3 = Stage(256, blocks[2], 2, isDeep, device);
        layer4 = Stage(512, blocks[3], 2, isDeep, device);
        avgpool = AdaptiveAvgPool2d(1);
        fc = Linear(planes, classes, device: device);
        RegisterComponents();
        foreach (var convolution in modules().OfType<Conv2d>())
            init.kaiming_normal_(convolution.weight, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU);
    }

    /// <summary>7 x 7 with stride 2: 64 channels at half the size.</summary>
    internal Conv2d conv1 { get; }

    /// <summary>Its normalisation.</summary>
    internal BatchNorm2d bn1 { get; }

    /// <summary>Its rectifier.</summary>
    internal ReLU relu { get; }

    /// <summary>3 x 3 with stride 2.</summary>
    internal MaxPool2d maxpool { get; }

    /// <summary>64 channels at a quarter of the size; four times as many here and below in a deep network.</summary>
    internal Sequential layer1 { get; }

    /// <summary>128 channels at an eighth.</summary>
    internal Sequential layer2 { get; }

    /// <summary>256 channels at a sixteenth.</summary>
    internal Sequential layer3 { get; }

    /// <summary>512 channels at a thirty-second.</summary>
    internal Sequential layer4 { get; }

    /// <summary>The mean over the picture.</summary>
    internal AdaptiveAvgPool2d avgpool { get; }

    /// <summary>From the channels to the classes.</summary>
    internal Linear fc { get; }

    IEnumerable<(Conv2d Convolution, BatchNorm2d Norm)> IConvolutionNorms.ConvolutionNorms => [(conv1, bn1)];

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input)
    {
        Module<torch.Tensor, torch.Tensor>[] stages = [conv1, bn1, relu, maxpool, layer1, layer2, layer3, layer4, avgpool];
        var current = input;
        foreach (var stage in stages)
        {
            var next = stage.call(current);
            if (!ReferenceEquals(current, input) && !ReferenceEquals(current, next)) current.Dispose();
            current = next;
        }
        using (current)
        using (var features = current.flatten(1))
            return fc.call(features);
    }

    /// <summary>What brings a block's input to the shape of its result; null where it has that shape.</summary>
    internal static Sequential? Downsample(long inputs, long outputs, long stride, torch.Device? device) => stride == 1 && inputs == outputs
        ? null
        : Sequential(Conv2d(inputs, outputs, 1, stride: stride, bias: false, device: device), BatchNorm2d(outputs, device: device));

    // Deep networks have bottlenecks.
    private Sequential Stage(long width, int blocks, long stride, bool isDeep, torch.Device? device)
    {
        var stage = new Sequential([]);
        for (var i = 0; i < blocks; i++)
        {
            var step = i == 0 ? stride : 1;
            stage.append(isDeep ? new Bottleneck(planes, width, step, device) : new BasicBlock(planes, width, step, device));
            planes = isDeep ? width * Bottleneck.Expansion : width;
        }
        return stage;
    }
}
