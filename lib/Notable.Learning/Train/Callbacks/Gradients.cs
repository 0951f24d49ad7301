using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Scales all gradients of a step alike so that their joint norm is at most a bound.</summary>
/// <param name="maxNorm">The bound, positive.</param>
/// <param name="normType">The power of the norm.</param>
public sealed class GradientClip(double maxNorm = 1, double normType = 2) : Callback
{
    private readonly double maxNorm = maxNorm > 0 ? maxNorm : throw new ArgumentOutOfRangeException(nameof(maxNorm), maxNorm, "a bound on gradients is positive");

    /// <inheritdoc/>
    public override void BeforeStep(FitRun fit)
    {
        if (!fit.Batch!.IsStepSkipped)
            nn.utils.clip_grad_norm_(fit.Learner.Model.parameters().Where(tensor => tensor.requires_grad), maxNorm, normType);
    }
}

/// <summary>
/// Takes a step only when at least so many pictures were seen, by the mean of their gradients: small batches in memory, large ones for
/// the optimizer. Batch-norms still see the small ones.
/// </summary>
/// <param name="items">Pictures a step, at least 1.</param>
public sealed class GradientAccumulation(int items = 32) : Callback
{
    private readonly int items = items >= 1 ? items : throw new ArgumentOutOfRangeException(nameof(items), items, "a step takes 1 picture or more");
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
