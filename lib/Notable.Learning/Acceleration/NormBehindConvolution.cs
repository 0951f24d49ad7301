using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Acceleration;

/// <summary>
/// PyTorch's <c>BatchNorm2d</c> for the result of one convolution. <see cref="Fold"/> moves its arithmetic into that convolution; from then on
/// it returns its input.
/// </summary>
internal sealed class NormBehindConvolution : TorchSharp.Modules.BatchNorm
{
    // Not a field of a module's type: TorchSharp would register it as a part of this module.
    private readonly Func<Convolution2d> convolution;
    private bool isFolded;

    public NormBehindConvolution(Convolution2d convolution) : base(convolution.out_channels, 1e-5, 0.1, true, true, null, null, "BatchNorm2d") =>
        this.convolution = () => convolution;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => isFolded ? input.alias() : base.forward(input);

    /// <summary>Moves its arithmetic in evaluation mode into the convolution: w / sqrt(var + eps), and b + (bias - mean) w / sqrt(var + eps).</summary>
    /// <param name="type">The element type in which the convolution computes afterwards.</param>
    internal void Fold(ScalarType type)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var factor = (running_var! + eps).rsqrt() * weight;
        var start = Convolution.bias is { } added ? added - running_mean! : running_mean!.neg();
        Convolution.Fold(factor, start * factor + bias!, type);
        isFolded = true;
    }

    /// <summary>The convolution whose result it takes.</summary>
    internal Convolution2d Convolution => convolution();

    /// <inheritdoc/>
    protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.dim() != 4)
            throw new ArgumentException($"Expected an input of four dimensions [N, channels, height, width]; found [{string.Join(", ", input.shape)}].");
    }
}
