using Notable.Learning.Acceleration;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// Residual networks (He et al. 2015) with torchvision's structure and names: <c>conv1, bn1, relu, maxpool, layer1</c> to <c>layer4, avgpool,
/// flatten, fc</c>. Input: normalized pictures [N, 3, height, width]; output: [N, 1000]. Unlike TorchVision's, these can compute in bfloat16.
/// </summary>
internal static class ResNet
{
    private const int Classes = 1000;

    /// <summary>Creates the network.</summary>
    /// <param name="blocks">The number of blocks in each of the four stages.</param>
    /// <param name="isDeep">Whether blocks are bottlenecks, as in ResNet50 and deeper.</param>
    public static Sequential Create(int[] blocks, bool isDeep = false)
    {
        var channels = 64L;
        var (conv1, bn1) = Convolution(3, channels, 7, stride: 2);
        return nn.Sequential(
            ("conv1", conv1), ("bn1", bn1), ("relu", nn.ReLU(inplace: true)), ("maxpool", nn.MaxPool2d(3, stride: 2, padding: 1)),
            ("layer1", Stage(64, blocks[0], 1)), ("layer2", Stage(128, blocks[1], 2)),
            ("layer3", Stage(256, blocks[2], 2)), ("layer4", Stage(512, blocks[3], 2)),
            ("avgpool", nn.AdaptiveAvgPool2d(1)), ("flatten", nn.Flatten()), ("fc", nn.Linear(channels, Classes)));

        Sequential Stage(long planes, int count, long stride)
        {
            List<nn.Module<Tensor, Tensor>> stage = [];
            for (var i = 0; i < count; i++)
            {
                stage.Add(isDeep ? new Bottleneck(channels, planes, i == 0 ? stride : 1) : new BasicBlock(channels, planes, i == 0 ? stride : 1));
                channels = isDeep ? planes * Bottleneck.Expansion : planes;
            }
            return nn.Sequential([.. stage]);
        }
    }

    /// <summary>Creates a convolution without bias whose padding keeps the size (apart from the stride), and its batch-norm.</summary>
    internal static (Convolution2d, BatchNormalization) Convolution(long inputs, long outputs, long kernel, long stride = 1)
    {
        var convolution = new Convolution2d(inputs, outputs, kernel, stride, padding: kernel / 2, bias: false);
        nn.init.kaiming_normal_(convolution.weight, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU);
        return (convolution, new BatchNormalization(outputs));
    }

    /// <summary>Creates the projection of a block's input to the shape of its result; null if the shapes match.</summary>
    internal static Sequential? Downsample(long inputs, long outputs, long stride)
    {
        if (stride == 1 && inputs == outputs)
            return null;
        var (convolution, norm) = Convolution(inputs, outputs, 1, stride);
        return nn.Sequential(convolution, norm);
    }
}
