using System.Globalization;
using Notable.Display;
using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// A model with its data and training settings. Created by <see cref="VisionLearner"/>, trained with <see cref="FineTune"/>, used with
/// <see cref="Predict(string)"/>. Not thread-safe.
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

    /// <summary>The training and validation pictures.</summary>
    public DataLoaders DataLoaders { get; }

    /// <summary>The metrics computed after each epoch.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>The device it computes on.</summary>
    public Device Device { get; }

    /// <summary>
    /// The number format the network computes in, in training and validation. If none was given, the learner computes in float32 until its
    /// first fit, which measures both formats and keeps the faster.
    /// </summary>
    public Precision Precision { get; private set; }

    /// <summary>Random seed of the training.</summary>
    public int Seed { get; }

    /// <summary>The loss that training minimizes and validation reports; cross-entropy by default.</summary>
    public Loss Loss { get; set; } = Losses.CrossEntropy();

    /// <summary>Callbacks of every fit, called in this order, before those passed to a fit.</summary>
    public IList<Callback> Callbacks { get; } = [];

    /// <summary>Whether a fit shows its table and progress bar; true by default.</summary>
    public bool ShowsProgress { get; set; } = true;

    /// <summary>The history of the training.</summary>
    public Recorder Recorder { get; } = new();

    /// <summary>
    /// Whether the batch-norms of frozen groups train, as in fastai; takes effect at the next freeze. If false, backpropagation ends at the
    /// first trainable group, which saves time: half of each step after <c>FreezeTo(1)</c> of a ResNet18.
    /// </summary>
    public bool TrainNorms { get; set; } = true;

    /// <summary>Whether only the head and the batch-norms currently train.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>
    /// Held while the network trains or predicts, so that only one thread uses it: a stopped notebook cell may still be in its last step
    /// when the next cell begins, and libtorch crashes if both run.
    /// </summary>
    internal Lock Turn { get; } = new();

    internal VisionModel Model { get; }

    internal ParameterGroup[] Groups { get; }

    internal Adam Optimizer { get; }

    /// <summary>Number of steps whose losses are read together.</summary>
    internal int LossesAtOnce { get; set; }

    /// <summary>Whether to copy the pictures to the device for a fit, if they fit in its memory.</summary>
    internal bool PicturesOnDevice { get; set; }

    /// <summary>Freezes all but the head and the network's batch-norms; clears the optimizer's moments.</summary>
    public void Freeze() => FreezeTo(EarlyGroupsOfHead);

    /// <summary>Makes all tensors trainable; clears the optimizer's moments.</summary>
    public void Unfreeze() => FreezeTo(0);

    /// <summary>
    /// Makes group <paramref name="group"/> and the later ones trainable, and of the earlier ones only the batch-norms
    /// (<see cref="TrainNorms"/>); clears the optimizer's moments.
    /// </summary>
    /// <param name="group">0 (everything trains) to 2 (only the head trains).</param>
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

    /// <summary>
    /// Trains by a plan. Each fit has its own random seed, independent of the head's initialization, so what runs between two fits does not
    /// change the second.
    /// </summary>
    internal void Run(FitPlan plan, FitReporting reporting, CancellationToken cancellation) =>
        new FitRun(this, plan, reporting, seed: unchecked(Seed + 1_000_003 * ++fits)).Run(cancellation);

    /// <summary>Chooses the precision if none was given: from an earlier trial on this machine, or by a new one.</summary>
    internal void ChoosePrecision()
    {
        if (!isPrecisionOpen)
            return;
        using var turn = Turn.EnterScope();
        isPrecisionOpen = false;
        var key = PrecisionTrial.Key(this);
        if (PrecisionCache.Find(key) is { } known)
        {
            Precision = known;
            return;
        }
        // A step in bfloat16 takes seconds without oneDNN.
        if (Device.type == DeviceType.CPU && !TorchRuntime.UsesOneDnn)
            return;
        var trial = PrecisionTrial.Measure(this);
        Precision = trial.Faster;
        PrecisionCache.Keep(key, Precision);
        if (ShowsProgress)
            DisplayTarget.Current.Write(OutputStream.Error, string.Create(CultureInfo.InvariantCulture,
                $"Training in {(Precision == Precision.BFloat16 ? "bf16" : "fp32")}: a step with four pictures takes {trial.BFloat16:0} ms in bf16, {trial.Float32:0} ms in fp32 here.{Environment.NewLine}"));
    }
}
