namespace Notable.Learning;

public sealed partial class Learner
{
    /// <summary>
    /// The recipe for a pretrained network: <paramref name="freezeEpochs"/> epochs of the head alone, then
    /// <paramref name="epochs"/> epochs of everything at half the rate, early layers at 1/<paramref name="lrMult"/> of the head's.
    /// </summary>
    /// <param name="epochs">Epochs of the whole network.</param>
    /// <param name="baseLr">Highest learning rate of the head while the body is frozen.</param>
    /// <param name="freezeEpochs">Epochs with a frozen body.</param>
    /// <param name="lrMult">Head's rate over the first group's, once unfrozen.</param>
    /// <param name="progress">Told of every finished epoch.</param>
    /// <param name="callbacks">Take part in the training, after the learner's own.</param>
    /// <param name="cancellation">
    /// Stops between two batches; the weights stay as the last step left them, or are the best where <see cref="SaveModel"/> keeps them.
    /// </param>
    /// <exception cref="TrainingException">
    /// The loss is not a number. On the CPU the weights are those from before the step; a GPU may have taken a few more steps, and
    /// weights that are no numbers are not exported.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void FineTune(int epochs, double baseLr = 2e-3, int freezeEpochs = 1, double lrMult = 100,
        IProgress<EpochReport>? progress = null, IReadOnlyList<Callback>? callbacks = null, CancellationToken cancellation = default)
    {
        var recipe = FineTuneRecipe.Of(epochs, baseLr, freezeEpochs, lrMult);
        using var reporting = new FitReporting(this, progress, callbacks);
        Freeze();
        Run(recipe.Frozen, reporting, cancellation);
        Unfreeze();
        Run(recipe.Unfrozen, reporting, cancellation);
    }

    /// <summary>
    /// The head first, then all but the first group (for a ResNet the stem and half of its stages), whose edges and colors every
    /// photo has. No gradient is computed below what trains, so that a step takes half the time of <see cref="FineTune"/>'s,
    /// for which more of them are taken at higher rates.
    /// </summary>
    /// <param name="epochs">Epochs of the later layers.</param>
    /// <param name="baseLr">Highest learning rate of the head while it trains alone; half of it afterward.</param>
    /// <param name="lrMult">Head's rate over that which the first group would have, afterward; the middle group's lies between.</param>
    /// <param name="progress">Told of every finished epoch.</param>
    /// <param name="cancellation">Stops between two batches; the weights stay as the last step left them.</param>
    /// <exception cref="TrainingException">The loss is not a number.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void FineTuneLate(int epochs, double baseLr = 4e-3, double lrMult = 5,
        IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        TrainNorms = false;
        Freeze();
        FitOneCycle(1, baseLr, pctStart: 0.99, progress: progress, cancellation: cancellation);
        FreezeTo(1);
        FitOneCycle(epochs, LearningRates.Between(baseLr / 2 / lrMult, baseLr / 2), pctStart: 0.3, div: 5, progress: progress, cancellation: cancellation);
    }

    /// <summary>Trains by the one-cycle policy (see <see cref="Schedule.OneCycle"/>).</summary>
    /// <param name="epochs">How many epochs.</param>
    /// <param name="maxLr">The highest rates; 1e-3 by default.</param>
    /// <param name="pctStart">The share of the fit over which the rate climbs.</param>
    /// <param name="div">The highest rate over the first.</param>
    /// <param name="divFinal">The highest rate over the last.</param>
    /// <param name="progress">Told of every finished epoch.</param>
    /// <param name="callbacks">Take part in the training, after the learner's own.</param>
    /// <param name="cancellation">As for <see cref="FineTune"/>.</param>
    /// <inheritdoc cref="FineTune" path="/exception"/>
    public void FitOneCycle(int epochs, LearningRates? maxLr = null, double pctStart = 0.25, double div = 25, double divFinal = 1e5,
        IProgress<EpochReport>? progress = null, IReadOnlyList<Callback>? callbacks = null, CancellationToken cancellation = default) =>
        Run(new FitPlan(epochs, maxLr ?? 1e-3, Schedule.OneCycle(pctStart, div, divFinal)), progress, callbacks, cancellation);

    /// <summary>Trains at one rate for most of the fit, then lets it fall along a cosine (see <see cref="Schedule.FlatCos"/>).</summary>
    /// <param name="epochs">How many epochs.</param>
    /// <param name="lr">The rates; 1e-3 by default.</param>
    /// <param name="pctStart">The share of the fit at one rate.</param>
    /// <param name="divFinal">The first rate over the last.</param>
    /// <param name="progress">Told of every finished epoch.</param>
    /// <param name="callbacks">Take part in the training, after the learner's own.</param>
    /// <param name="cancellation">As for <see cref="FineTune"/>.</param>
    /// <inheritdoc cref="FineTune" path="/exception"/>
    public void FitFlatCos(int epochs, LearningRates? lr = null, double pctStart = 0.75, double divFinal = 1e5,
        IProgress<EpochReport>? progress = null, IReadOnlyList<Callback>? callbacks = null, CancellationToken cancellation = default) =>
        Run(new FitPlan(epochs, lr ?? 1e-3, Schedule.FlatCos(pctStart, divFinal)), progress, callbacks, cancellation);

    /// <summary>Trains at one learning rate and momentum.</summary>
    /// <param name="epochs">How many epochs.</param>
    /// <param name="lr">The rates; 1e-3 by default.</param>
    /// <param name="progress">Told of every finished epoch.</param>
    /// <param name="callbacks">Take part in the training, after the learner's own.</param>
    /// <param name="cancellation">As for <see cref="FineTune"/>.</param>
    /// <inheritdoc cref="FineTune" path="/exception"/>
    public void Fit(int epochs, LearningRates? lr = null,
        IProgress<EpochReport>? progress = null, IReadOnlyList<Callback>? callbacks = null, CancellationToken cancellation = default) =>
        Run(new FitPlan(epochs, lr ?? 1e-3, Schedule.Constant), progress, callbacks, cancellation);

    private void Run(FitPlan plan, IProgress<EpochReport>? progress, IReadOnlyList<Callback>? callbacks, CancellationToken cancellation)
    {
        using var reporting = new FitReporting(this, progress, callbacks);
        Run(plan, reporting, cancellation);
    }
}
