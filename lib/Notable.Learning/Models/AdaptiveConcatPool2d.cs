using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Concatenates the maximum and the mean of each channel: [N, C, H, W] to [N, 2C, 1, 1], maxima first.</summary>
internal sealed class AdaptiveConcatPool2d : nn.Module<Tensor, Tensor>
{
    public AdaptiveConcatPool2d() : base(nameof(AdaptiveConcatPool2d)) { }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        Tensor[] pooled = [nn.functional.adaptive_max_pool2d(x, [1, 1]), nn.functional.adaptive_avg_pool2d(x, [1, 1])];
        return cat(pooled, 1).MoveToOuterDisposeScope();
    }
}
