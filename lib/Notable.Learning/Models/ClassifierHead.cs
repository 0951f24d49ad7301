using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// fastai's classification head: pooling, then two linear layers without bias, each after a batch-norm and dropout.
/// Kaiming-normal weights; batch-norm biases start at 0.001.
/// </summary>
internal static class ClassifierHead
{
    private const int Hidden = 512;
    private const double Dropout = 0.5, BatchNormBias = 1e-3;

    public static TorchSharp.Modules.Sequential Create(int features, int classes) => nn.Sequential(
        new AdaptiveConcatPool2d(),
        nn.Flatten(),
        Norm(2 * features),
        nn.Dropout(Dropout / 2),
        Linear(2 * features, Hidden),
        nn.ReLU(),
        Norm(Hidden),
        nn.Dropout(Dropout),
        Linear(Hidden, classes));

    private static BatchNormalization Norm(long features)
    {
        var norm = new BatchNormalization(features);
        using Scalar start = BatchNormBias;
        nn.init.constant_(norm.bias!, start);
        return norm;
    }

    private static TorchSharp.Modules.Linear Linear(long inputs, long outputs)
    {
        var linear = nn.Linear(inputs, outputs, hasBias: false);
        nn.init.kaiming_normal_(linear.weight);
        return linear;
    }
}
