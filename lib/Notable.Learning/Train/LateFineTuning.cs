namespace Notable.Learning;

/// <summary>Fine-tuning that leaves a network's first layers as they are.</summary>
public static class LateFineTuning
{
    /// <summary>
    /// The head first, then all but the first group (for a ResNet the stem and half of its stages), whose edges and colours every
    /// photo has. No gradient is computed below what trains, so that a step takes half the time of <see cref="LearnerFits.FineTune"/>'s,
    /// for which more of them are taken at higher rates.
    /// </summary>
    /// <param name="learn">The learner.</param>
    /// <param name="epochs">Epochs of the later layers.</param>
    /// <param name="baseLr">Highest learning rate of the head while it trains alone; half of it afterwards.</param>
    /// <param name="lrMult">Head's rate over that which the first group would have, afterwards; the middle group's lies between.</param>
    /// <param name="progress">Told of every finished epoch.</param>
    /// <param name="cancellation">Stops between two batches; the weights stay as the last step left them.</param>
    /// <exception cref="TrainingException">The loss is not a number.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void FineTuneLate(this Learner learn, int epochs, double baseLr = 4e-3, double lrMult = 5,
        IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        learn.TrainNorms = false;
        learn.Freeze();
        learn.FitOneCycle(1, baseLr, pctStart: 0.99, progress: progress, cancellation: cancellation);
        learn.FreezeTo(1);
        learn.FitOneCycle(epochs, LearningRates.Between(baseLr / 2 / lrMult, baseLr / 2), pctStart: 0.3, div: 5, progress: progress, cancellation: cancellation);
    }
}
