using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// fastai's classification head: pool, then two linear layers without bias, each behind a batch-norm and dropout.
/// Kaiming-normal weights; batch-norm biases start at 0.001.
/// </summary>
internal static class Head
{
    private const int Hidden = 512;
    private const double Dropout = 0.5, BatchNormBias = 1e-3;

    public static TorchSharp.Modules.Sequential Create(int features, int classes) => nn.Sequential(
        new AdaptiveConcatPool2d(),
        nn.Flatten(),
        BatchNorm(2 * features),
        nn.Dropout(Dropout / 2),
        Linear(2 * features, Hidden),
        nn.ReLU(),
        BatchNorm(Hidden),
        nn.Dropout(Dropout),
        Linear(Hidden, classes));

    private static TorchSharp.Modules.BatchNorm1d BatchNorm(long features)
    {
        var norm = nn.BatchNorm1d(features);
        nn.init.constant_(norm.bias!, BatchNormBias);
        return norm;
    }

    private static TorchSharp.Modules.Linear Linear(long inputs, long outputs)
    {
        var linear = nn.Linear(inputs, outputs, hasBias: false);
        nn.init.kaiming_normal_(linear.weight);
        return linear;
    }
}
