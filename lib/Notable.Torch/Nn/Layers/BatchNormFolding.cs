using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>
/// What a batch-norm in evaluation does to the result of a convolution, as one factor and one shift an output channel:
/// w / sqrt(var + eps), and b + (bias - mean) factor.
/// </summary>
internal static class BatchNormFolding
{
    /// <summary>For the current dispose scope, both [outputs] float32.</summary>
    internal static (torch.Tensor Factor, torch.Tensor Shift) Of(Conv2d convolution, BatchNorm? norm)
    {
        var bias = convolution.bias ?? torch.zeros(convolution.out_channels, device: convolution.weight.device);
        if (norm is null) return (torch.ones_like(bias), bias.clone());
        var (mean, variance) = (norm.running_mean, norm.running_var);
        if (mean is null || variance is null)
            throw new InvalidOperationException("A batch-norm without running statistics cannot be folded: it needs the batch's own.");
        var factor = (variance + norm.eps).rsqrt();
        if (norm.weight is { } scale) factor = factor * scale;
        var shift = (bias - mean) * factor;
        return (factor, norm.bias is { } offset ? shift + offset : shift);
    }
}
