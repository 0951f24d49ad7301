using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Acceleration;

/// <summary>
/// PyTorch's <c>Conv2d</c> with square kernels and zero padding, which can also compute in bfloat16 (<see cref="MixedPrecision"/>). Its
/// parameters have PyTorch's names and initial values.
/// </summary>
internal sealed class Convolution2d : TorchSharp.Modules.Convolution
{
    /// <summary>Creates a convolution.</summary>
    public Convolution2d(long inputs, long outputs, long kernel, long stride = 1, long padding = 0, long groups = 1, bool bias = true)
        : base("Conv2d", inputs, outputs, [kernel, kernel], [stride, stride], [padding, padding], null,
            [1, 1], false, [0, 0], groups, bias, PaddingModes.Zeros)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => MixedPrecision.IsOn ? InBFloat16(input) : Convolve(input, weight, bias);

    private Tensor InBFloat16(Tensor input)
    {
        using var scope = NewDisposeScope();
        return Convolve(input, weight.to_type(ScalarType.BFloat16), bias?.to_type(ScalarType.BFloat16)).MoveToOuterDisposeScope();
    }

    private Tensor Convolve(Tensor input, Tensor kernels, Tensor? added)
    {
        if (input.dtype == kernels.dtype)
            return nn.functional.conv2d(input, kernels, added, stride, padding, dilation, groups);
        using var converted = input.to_type(kernels.dtype);
        return nn.functional.conv2d(converted, kernels, added, stride, padding, dilation, groups);
    }
}
