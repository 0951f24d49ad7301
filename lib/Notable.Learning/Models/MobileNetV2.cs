using Notable.Learning.Acceleration;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Notable.Learning;

/// <summary>
/// MobileNetV2 (Sandler et al. 2018) with torchvision's structure and names: <c>features.0</c> to <c>features.18</c>,
/// <c>classifier.1</c>. 3.5 million parameters.
/// </summary>
internal sealed class MobileNetV2 : Module<Tensor, Tensor>
{
    private const long First = 32, Last = 1280;

    // Expansion factor, channels, blocks, stride of the first block.
    private static readonly (long Factor, long Channels, int Blocks, long Stride)[] Stages =
        [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)];

    private readonly Module<Tensor, Tensor> features, classifier;

    public MobileNetV2(int classes = 1000) : base(nameof(MobileNetV2))
    {
        List<Module<Tensor, Tensor>> layers = [Convolution(3, First, 3, stride: 2)];
        var channels = First;
        foreach (var stage in Stages)
            for (var i = 0; i < stage.Blocks; i++)
            {
                layers.Add(new InvertedResidual(channels, stage.Channels, i == 0 ? stage.Stride : 1, stage.Factor));
                channels = stage.Channels;
            }
        layers.Add(Convolution(channels, Last, 1));
        features = Sequential([.. layers]);
        classifier = Sequential(Dropout(0.2), Linear(Last, classes));
        register_module("features", features);
        register_module("classifier", classifier);
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var pooled = functional.adaptive_avg_pool2d(features.call(input), [1, 1]);
        return classifier.call(pooled.view(input.shape[0], Last)).MoveToOuterDisposeScope();
    }

    /// <summary>Creates a convolution with batch-norm and ReLU6.</summary>
    private static Sequential Convolution(long inputs, long outputs, long kernel, long stride = 1, long groups = 1)
    {
        var (convolution, norm) = Pair(inputs, outputs, kernel, stride, groups);
        return Sequential(convolution, norm, nn.ReLU6(inplace: true));
    }

    private static (Convolution2d, BatchNormalization) Pair(long inputs, long outputs, long kernel, long stride = 1, long groups = 1)
    {
        var convolution = new Convolution2d(inputs, outputs, kernel, stride, padding: (kernel - 1) / 2, groups, bias: false);
        init.kaiming_normal_(convolution.weight, mode: init.FanInOut.FanOut);
        return (convolution, new BatchNormalization(outputs));
    }

    /// <summary>Expands to more channels, convolves each separately, and projects to few; adds the input if shapes match.</summary>
    private sealed class InvertedResidual : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> conv;
        private readonly bool isAdded;

        public InvertedResidual(long inputs, long outputs, long stride, long factor) : base(nameof(InvertedResidual))
        {
            var hidden = inputs * factor;
            List<Module<Tensor, Tensor>> layers = factor == 1 ? [] : [Convolution(inputs, hidden, 1)];
            var (narrowing, norm) = Pair(hidden, outputs, 1);
            layers.AddRange([Convolution(hidden, hidden, 3, stride, groups: hidden), narrowing, norm]);
            conv = Sequential([.. layers]);
            isAdded = stride == 1 && inputs == outputs;
            register_module("conv", conv);
        }

        public override Tensor forward(Tensor input)
        {
            var result = conv.call(input);
            return isAdded ? result.Plus_(input) : result;
        }
    }
}
