using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Clips the global norm of the gradients: scales all of them by one factor if the norm is above a limit.</summary>
/// <param name="maxNorm">The limit, positive.</param>
/// <param name="normType">The exponent of the norm.</param>
public sealed class GradientClip(double maxNorm = 1, double normType = 2) : Callback
{
    private readonly double maxNorm = maxNorm > 0 ? maxNorm : throw new ArgumentOutOfRangeException(nameof(maxNorm), maxNorm, "the limit on gradients must be positive");

    /// <inheritdoc/>
    public override void BeforeStep(FitRun fit)
    {
        if (!fit.Batch!.IsStepSkipped)
            nn.utils.clip_grad_norm_(fit.Learner.Model.parameters().Where(tensor => tensor.requires_grad), maxNorm, normType);
    }
}

/// <summary>
/// Accumulates gradients over several batches until enough pictures were seen, then takes one step with their mean: small batches in
/// memory, large ones for the optimizer. Batch-norms still see the small batches.
/// </summary>
/// <param name="items">Pictures per step, at least 1.</param>
public sealed class GradientAccumulation(int items = 32) : Callback
{
    private readonly int items = items >= 1 ? items : throw new ArgumentOutOfRangeException(nameof(items), items, "a step takes at least 1 picture");
    private long seen;

    /// <inheritdoc/>
    public override void BeforeFit(FitRun fit) => seen = 0;

    /// <inheritdoc/>
    public override void BeforeBatch(FitRun fit) => fit.Batch!.GradientScale = (double)fit.Batch.Labels.shape[0] / items;

    /// <inheritdoc/>
    public override void BeforeStep(FitRun fit)
    {
        seen += fit.Batch!.Labels.shape[0];
        fit.Batch.IsStepSkipped = seen < items;
        if (seen >= items)
            seen = 0;
    }
}
