using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Acceleration;

/// <summary>
/// PyTorch's <c>Conv2d</c> with square kernels and zero padding, which can also compute in bfloat16 (<see cref="MixedPrecision"/>) and take over
/// the batch norm behind it (<see cref="InferenceOptimization"/>). Its parameters have PyTorch's names and initial values.
/// </summary>
internal sealed class Convolution2d : TorchSharp.Modules.Convolution
{
    // What a folded convolution adds per output channel, in the type of its weights.
    private Tensor? shift;

    /// <summary>Creates a convolution. The device "meta" has no memory, so that no initial values are drawn where none are wanted.</summary>
    public Convolution2d(long inputs, long outputs, long kernel, long stride = 1, long padding = 0, long groups = 1, bool bias = true)
        : base("Conv2d", inputs, outputs, [kernel, kernel], [stride, stride], [padding, padding], null,
            [1, 1], false, [0, 0], groups, bias, PaddingModes.Zeros, SkipInit.IsOn ? new Device(DeviceType.META) : null)
    {
        if (!SkipInit.IsOn)
            return;
        using var scope = NewDisposeScope();
        weight = nn.Parameter(empty(weight.shape));
        if (bias)
            this.bias = nn.Parameter(empty(outputs));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (shift is not null)
            return Convolve(input, weight, shift);
        return MixedPrecision.IsOn ? InBFloat16(input) : Convolve(input, weight, bias);
    }

    /// <summary>
    /// Multiplies the weights by one factor per output channel, replaces the bias, and keeps both in another element type. The convolution can
    /// no longer be trained.
    /// </summary>
    /// <param name="factor">[outputs] float32; null multiplies by 1.</param>
    /// <param name="offset">[outputs] float32; null keeps the bias.</param>
    /// <param name="type">The element type to compute in.</param>
    internal void Fold(Tensor? factor, Tensor? offset, ScalarType type)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var scaled = factor is null ? weight : weight * factor.view(-1, 1, 1, 1);
        offset ??= bias ?? zeros(weight.shape[0], device: weight.device);
        shift = offset.to_type(type).DetachFromDisposeScope();
        weight = nn.Parameter(scaled.to_type(type).ToChannelsLast(), requires_grad: false);
    }

    /// <summary>Draws other initial weights, unless they are skipped.</summary>
    internal void Initialize(Action<Tensor> draw)
    {
        if (!SkipInit.IsOn)
            draw(weight);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        shift?.Dispose();
        base.Dispose(disposing);
    }

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
