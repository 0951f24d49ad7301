namespace Notable.Learning;

public sealed partial class Learner
{
    /// <summary>
    /// fastai's recipe for a pretrained network: <paramref name="freezeEpochs"/> epochs of the head alone, then
    /// <paramref name="epochs"/> epochs of all layers at half the rate, with early layers at 1/<paramref name="lrMult"/> of the head's rate.
    /// </summary>
    /// <param name="epochs">Epochs of the whole network.</param>
    /// <param name="baseLr">Highest learning rate of the head while the body is frozen.</param>
    /// <param name="freezeEpochs">Epochs with a frozen body.</param>
    /// <param name="lrMult">Ratio of the head's learning rate to the first group's, once unfrozen.</param>
    /// <param name="progress">Receives every finished epoch.</param>
    /// <param name="callbacks">Called after the learner's own callbacks.</param>
    /// <param name="cancellation">
    /// Stops between two batches; the weights stay as after the last step, or are the best ones if <see cref="SaveModel"/> keeps them.
    /// </param>
    /// <exception cref="TrainingException">
    /// The loss is not finite. On the CPU the weights are those before the failed step; a GPU may have taken a few more steps, and
    /// weights that are not finite are not exported.
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
    /// Trains the head first, then also the later layers. The first parameter group (for a ResNet, the stem and half of the stages) stays
    /// frozen: its features, edges and colors, suit every photo. A step takes half as long as one of <see cref="FineTune"/>, because
    /// backpropagation ends above that group; the time saved goes into more steps, at higher rates.
    /// </summary>
    /// <param name="epochs">Epochs of the later layers.</param>
    /// <param name="baseLr">Highest learning rate of the head while it trains alone; then half of it.</param>
    /// <param name="lrMult">
    /// The head's learning rate divided by the one that the first group would have if it were not frozen; the middle group's lies between.
    /// </param>
    /// <param name="progress">Receives every finished epoch.</param>
    /// <param name="cancellation">Stops between two batches; the weights stay as after the last step.</param>
    /// <exception cref="TrainingException">The loss is not finite.</exception>
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
    /// <param name="pctStart">Fraction of the fit over which the rate rises.</param>
    /// <param name="div">Ratio of the highest rate to the first.</param>
    /// <param name="divFinal">Ratio of the highest rate to the last.</param>
    /// <param name="progress">Receives every finished epoch.</param>
    /// <param name="callbacks">Called after the learner's own callbacks.</param>
    /// <param name="cancellation">As for <see cref="FineTune"/>.</param>
    /// <inheritdoc cref="FineTune" path="/exception"/>
    public void FitOneCycle(int epochs, LearningRates? maxLr = null, double pctStart = 0.25, double div = 25, double divFinal = 1e5,
        IProgress<EpochReport>? progress = null, IReadOnlyList<Callback>? callbacks = null, CancellationToken cancellation = default) =>
        Run(new FitPlan(epochs, maxLr ?? 1e-3, Schedule.OneCycle(pctStart, div, divFinal)), progress, callbacks, cancellation);

    /// <summary>Trains at a constant rate for most of the fit, then lowers it along a cosine (see <see cref="Schedule.FlatCos"/>).</summary>
    /// <param name="epochs">How many epochs.</param>
    /// <param name="lr">The rates; 1e-3 by default.</param>
    /// <param name="pctStart">Fraction of the fit at the constant rate.</param>
    /// <param name="divFinal">Ratio of the first rate to the last.</param>
    /// <param name="progress">Receives every finished epoch.</param>
    /// <param name="callbacks">Called after the learner's own callbacks.</param>
    /// <param name="cancellation">As for <see cref="FineTune"/>.</param>
    /// <inheritdoc cref="FineTune" path="/exception"/>
    public void FitFlatCos(int epochs, LearningRates? lr = null, double pctStart = 0.75, double divFinal = 1e5,
        IProgress<EpochReport>? progress = null, IReadOnlyList<Callback>? callbacks = null, CancellationToken cancellation = default) =>
        Run(new FitPlan(epochs, lr ?? 1e-3, Schedule.FlatCos(pctStart, divFinal)), progress, callbacks, cancellation);

    /// <summary>Trains at a constant learning rate and momentum.</summary>
    /// <param name="epochs">How many epochs.</param>
    /// <param name="lr">The rates; 1e-3 by default.</param>
    /// <param name="progress">Receives every finished epoch.</param>
    /// <param name="callbacks">Called after the learner's own callbacks.</param>
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
