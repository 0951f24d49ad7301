namespace Notable.Learning;

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
