using System.Globalization;
using Notable.Display;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// A model, its data and how it is trained. Made by <see cref="VisionLearner"/>; trained by <see cref="FineTune"/>, asked by
/// <see cref="Predict(string)"/>. Not safe for use from several threads at once.
/// </summary>
public sealed partial class Learner : IDisposable
{
    private const int EarlyGroupsOfHead = 2;
    private int fits;
    private bool isPrecisionOpen;

    internal Learner(VisionModel model, DataLoaders dls, IReadOnlyList<Metric> metrics, Device device, Precision? precision, int seed)
    {
        (Model, DataLoaders, Metrics, Device, Seed) = (model, dls, metrics, device, seed);
        (Precision, isPrecisionOpen) = (precision ?? Precision.Float32, precision is null);
        (LossesAtOnce, PicturesOnDevice) = device.type == DeviceType.CUDA ? (16, true) : (1, false);
        Groups = ParameterGroup.Of(model);
        Optimizer = new Adam(Groups);
    }

    /// <summary>The pictures it learns from and is measured on.</summary>
    public DataLoaders DataLoaders { get; }

    /// <summary>What is measured after each epoch.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>Where it computes.</summary>
    public Device Device { get; }

    /// <summary>
    /// What its network computes in, while it trains and while it is measured. A learner made without one computes in float32 until its first
    /// fit, which measures both and keeps the faster.
    /// </summary>
    public Precision Precision { get; private set; }

    /// <summary>The number all randomness of the training comes from.</summary>
    public int Seed { get; }

    /// <summary>What training makes small, and validation reports; cross-entropy at first.</summary>
    public Loss Loss { get; set; } = Losses.CrossEntropy();

    /// <summary>Take part in every fit, in this order, before those that a fit is given.</summary>
    public IList<Callback> Callbacks { get; } = [];

    /// <summary>Whether a fit shows its table and its bar; on at first.</summary>
    public bool ShowsProgress { get; set; } = true;

    /// <summary>What happened while it trained.</summary>
    public Recorder Recorder { get; } = new();

    /// <summary>
    /// Whether the batch-norms of frozen groups train, as in fastai, from the next freeze on. Off, no gradient goes below the first
    /// group that trains, and a step takes that much less time: half of it after <c>FreezeTo(1)</c> of a ResNet18.
    /// </summary>
    public bool TrainNorms { get; set; } = true;

    /// <summary>Whether only the head and the batch-norms train at present.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>
    /// Held by who trains or asks the network, on one thread at a time: a notebook's stopped cell may still be in its last step when
    /// the next one begins, and libtorch does not survive both.
    /// </summary>
    internal Lock Turn { get; } = new();

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
        IsFrozen = group == EarlyGroupsOfHead;
    }

    /// <summary>Frees the model and the optimizer's state.</summary>
    public void Dispose()
    {
        Optimizer.Dispose();
        Model.Dispose();
    }

    /// <summary>Trains by a plan. Each fit draws from a seed of its own, none from that which filled the head: what ran between two
    /// fits does not change the second.</summary>
    internal void Run(FitPlan plan, FitReporting reporting, CancellationToken cancellation) =>
        new FitRun(this, plan, reporting, seed: unchecked(Seed + 1_000_003 * ++fits)).Run(cancellation);

    /// <summary>Settles the precision, if none was asked for: by an earlier trial on this machine, or by one now.</summary>
    internal void ChoosePrecision()
    {
        if (!isPrecisionOpen)
            return;
        using var turn = Turn.EnterScope();
        isPrecisionOpen = false;
        var key = PrecisionTrial.Key(this);
        if (RememberedPrecision.Find(key) is { } known)
        {
            Precision = known;
            return;
        }
        var trial = PrecisionTrial.Measure(this);
        Precision = trial.Faster;
        RememberedPrecision.Keep(key, Precision);
        if (ShowsProgress)
            DisplayTarget.Current.Write(OutputStream.Error, string.Create(CultureInfo.InvariantCulture,
                $"Training in {(Precision == Precision.BFloat16 ? "bf16" : "fp32")}: a step of four pictures takes {trial.BFloat16:0} ms in bf16, {trial.Float32:0} ms in fp32 here.{Environment.NewLine}"));
    }
}
