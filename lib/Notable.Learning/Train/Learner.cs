using Notable.Imaging;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// A model, its data and how it is trained. Made by <see cref="VisionLearner"/>. Not safe for use from several threads at once.
/// </summary>
public sealed class Learner : IDisposable
{
    private const int EarlyGroupsOfHead = 2;
    private int fits;

    internal Learner(VisionModel model, DataLoaders dls, IReadOnlyList<Metric> metrics, Device device, Precision precision, int seed)
    {
        (Model, DataLoaders, Metrics, Device, Precision, Seed) = (model, dls, metrics, device, precision, seed);
        (LossesAtOnce, PicturesOnDevice) = device.type == DeviceType.CUDA ? (16, true) : (1, false);
        dls.Device = device;
        Groups = ParameterGroup.Of(model);
        Optimizer = new Adam(Groups);
    }

    /// <summary>The pictures it learns from and is measured on.</summary>
    public DataLoaders DataLoaders { get; }

    /// <summary>What is measured after each epoch.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>Where it computes.</summary>
    public Device Device { get; }

    /// <summary>What its network computes in, while it trains and while it is measured.</summary>
    public Precision Precision { get; }

    /// <summary>The number all randomness of the training comes from.</summary>
    public int Seed { get; }

    /// <summary>What happened while it trained.</summary>
    public Recorder Recorder { get; } = new();

    /// <summary>
    /// Whether the batch-norms of frozen groups train, as in fastai, from the next freeze on. Off, no gradient goes below the first
    /// group that trains, and a step takes that much less time: half of it after <c>FreezeTo(1)</c> of a ResNet18.
    /// </summary>
    public bool TrainNorms { get; set; } = true;

    /// <summary>Whether only the head and the batch-norms train at present.</summary>
    public bool IsFrozen { get; private set; }

    internal VisionModel Model { get; }

    internal ParameterGroup[] Groups { get; }

    internal Adam Optimizer { get; }

    /// <summary>How many steps' losses are read at a time.</summary>
    internal int LossesAtOnce { get; set; }

    /// <summary>Whether pictures are moved to the device for a fit, where they fit.</summary>
    internal bool PicturesOnDevice { get; set; }

    /// <summary>Trains the head only, and the batch-norms of the whole network; forgets the optimizer's moments.</summary>
    public void Freeze() => FreezeTo(EarlyGroupsOfHead);

    /// <summary>Trains every tensor; forgets the optimizer's moments.</summary>
    public void Unfreeze() => FreezeTo(0);

    /// <summary>
    /// Trains group <paramref name="group"/> and the later ones whole, of the earlier ones the batch-norms only
    /// (<see cref="TrainNorms"/>); forgets the optimizer's moments.
    /// </summary>
    /// <param name="group">0 (everything trains) to 2 (the head trains).</param>
    public void FreezeTo(int group)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(group);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(group, Groups.Length);
        for (var i = 0; i < Groups.Length; i++)
            Groups[i].Train(whole: i >= group, TrainNorms);
        Optimizer.Reset();
        IsFrozen = group > 0;
    }

    /// <summary>
    /// The recipe for a pretrained network: <paramref name="freezeEpochs"/> epochs of the head alone, then
    /// <paramref name="epochs"/> epochs of everything at half the rate, early layers at 1/<paramref name="lrMult"/> of the head's.
    /// </summary>
    /// <param name="epochs">Epochs of the whole network.</param>
    /// <param name="baseLr">Highest learning rate of the head while the body is frozen.</param>
    /// <param name="freezeEpochs">Epochs with a frozen body.</param>
    /// <param name="lrMult">Head's rate over the first group's, once unfrozen.</param>
    /// <param name="progress">Told of every finished epoch.</param>
    /// <param name="cancellation">Stops between two batches; the weights stay as the last step left them.</param>
    /// <exception cref="TrainingException">
    /// The loss is not a number. On the CPU the weights are those from before the step; a GPU may have taken a few more steps, and
    /// weights that are no numbers are not exported.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void FineTune(
        int epochs, double baseLr = 2e-3, int freezeEpochs = 1, double lrMult = 100,
        IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        var recipe = FineTuneRecipe.Of(epochs, baseLr, freezeEpochs, lrMult);
        using var table = new EpochTable(this);
        Freeze();
        Run(recipe.Frozen, table, progress, cancellation);
        Unfreeze();
        Run(recipe.Unfrozen, table, progress, cancellation);
    }

    /// <summary>Trains by the one-cycle policy (see <see cref="Schedule.OneCycle"/>).</summary>
    /// <inheritdoc cref="FineTune"/>
    public void FitOneCycle(
        int epochs, LearningRates? maxLr = null, double pctStart = 0.25, double div = 25, double divFinal = 1e5,
        IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        using var table = new EpochTable(this);
        Run(new FitPlan(epochs, maxLr ?? 1e-3, Schedule.OneCycle(pctStart, div, divFinal)), table, progress, cancellation);
    }

    /// <summary>Trains at one learning rate and momentum.</summary>
    /// <inheritdoc cref="FineTune"/>
    public void Fit(
        int epochs, LearningRates? lr = null, IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        using var table = new EpochTable(this);
        Run(new FitPlan(epochs, lr ?? 1e-3, Schedule.Constant), table, progress, cancellation);
    }

    /// <summary>Loss and metrics over the validation items.</summary>
    public ValidationReport Validate(CancellationToken cancellation = default) =>
        Evaluation.Validate(Model, Precision, DataLoaders.Valid, Metrics, cancellation);

    /// <summary>The model's answers on the validation items.</summary>
    public Predictions GetPreds(CancellationToken cancellation = default) =>
        Evaluation.GetPreds(Model, Precision, DataLoaders.Valid, cancellation);

    /// <summary>What the model says of one picture, seen as the validation pictures are.</summary>
    public Prediction Predict(Picture picture)
    {
        using var scope = NewDisposeScope();
        Model.eval();
        var probabilities = Evaluation.Probabilities(Model, Precision, DataLoaders.InferenceTransform.Apply([picture]), Device);
        return Prediction.Of(DataLoaders.Vocab, DataLoaders.KnowNeither, probabilities[0]);
    }

    /// <summary>Frees the model and the optimizer's state.</summary>
    public void Dispose()
    {
        Optimizer.Dispose();
        Model.Dispose();
    }

    // Each fit draws from a seed of its own, none from that which filled the head: what ran between two fits does not
    // change the second.
    private void Run(FitPlan plan, EpochTable table, IProgress<EpochReport>? progress, CancellationToken cancellation) =>
        new FitRun(this, plan, seed: unchecked(Seed + 1_000_003 * ++fits)).Run(table, progress, cancellation);
}
