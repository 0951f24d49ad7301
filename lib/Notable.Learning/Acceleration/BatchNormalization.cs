using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Acceleration;

/// <summary>
/// PyTorch's <c>BatchNorm1d</c> and <c>BatchNorm2d</c>, for [N, channels] or [N, channels, height, width]. It replaces TorchSharp's modules
/// of these names: their batch counter adds a scalar that the garbage collector may free too early (<see cref="SafeScalars"/>).
/// </summary>
internal sealed class BatchNormalization(long features) : TorchSharp.Modules.BatchNorm(features, 1e-5, 0.1, true, true, null, null, "BatchNorm")
{
    /// <summary>
    /// Stops TorchSharp's batch-norm modules inside <paramref name="module"/> from counting batches. With a momentum, their default, the count
    /// is not used.
    /// </summary>
    public static void StopCounting(nn.Module module)
    {
        foreach (var norm in module.modules().Prepend(module).OfType<TorchSharp.Modules.BatchNorm>())
            if (norm is not BatchNormalization && norm.momentum is not null)
                norm.num_batches_tracked = null;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        if (training)
            num_batches_tracked!.add_(SafeScalars.One, SafeScalars.One);
        return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training, momentum!.Value, eps);
    }

    /// <inheritdoc/>
    protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.dim() is not (2 or 4))
            throw new ArgumentException($"Expected input of shape [N, channels] or [N, channels, height, width]; found [{string.Join(", ", input.shape)}].");
    }
}
