using Notable.Learning.Acceleration;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Notable.Learning;

/// <summary>
/// SqueezeNet 1.1 (Iandola et al. 2016) with torchvision's structure and names: <c>features.0</c> to <c>features.12</c>,
/// <c>classifier.1</c>. 1.2 million parameters, no batch-norm.
/// </summary>
internal sealed class SqueezeNet : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> features, classifier;

    public SqueezeNet(int classes = 1000) : base(nameof(SqueezeNet))
    {
        features = Sequential(
            new Convolution2d(3, 64, 3, stride: 2), ReLU(inplace: true), Pool(),
            new Fire(64, 16, 64), new Fire(128, 16, 64), Pool(),
            new Fire(128, 32, 128), new Fire(256, 32, 128), Pool(),
            new Fire(256, 48, 192), new Fire(384, 48, 192), new Fire(384, 64, 256), new Fire(512, 64, 256));
        classifier = Sequential(Dropout(0.5), new Convolution2d(512, classes, 1), ReLU(inplace: true), AdaptiveAvgPool2d(1), Flatten());
        register_module("features", features);
        register_module("classifier", classifier);
    }

    public override Tensor forward(Tensor input)
    {
        using var maps = features.call(input);
        return classifier.call(maps);
    }

    private static MaxPool2d Pool() => MaxPool2d(3, stride: 2, ceil_mode: true);

    /// <summary>A 1 x 1 convolution to few channels, then a 1 x 1 and a 3 x 3 one in parallel.</summary>
    private sealed class Fire : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> squeeze, expand1x1, expand3x3;

        public Fire(long inputs, long squeezed, long expanded) : base(nameof(Fire))
        {
            squeeze = new Convolution2d(inputs, squeezed, 1);
            expand1x1 = new Convolution2d(squeezed, expanded, 1);
            expand3x3 = new Convolution2d(squeezed, expanded, 3, padding: 1);
            register_module("squeeze", squeeze);
            register_module("expand1x1", expand1x1);
            register_module("expand3x3", expand3x3);
        }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var narrow = squeeze.call(input).relu();
            Tensor[] wide = [expand1x1.call(narrow).relu(), expand3x3.call(narrow).relu()];
            return cat(wide, 1).MoveToOuterDisposeScope();
        }
    }
}
