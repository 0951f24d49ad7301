using Notable.Display;
using Notable.Plotting;

namespace Notable.Learning;

/// <summary>Keeps what happened while a learner trained, over all of its fits.</summary>
public sealed class Recorder
{
    private readonly List<StepRecord> steps = [];
    private readonly List<EpochReport> epochs = [];
    private readonly List<int> epochEnds = [];

    /// <summary>Every step, in order.</summary>
    public IReadOnlyList<StepRecord> Steps => steps;

    /// <summary>Every finished epoch, in order.</summary>
    public IReadOnlyList<EpochReport> Epochs => epochs;

    /// <summary>Shows the smoothed training loss after each batch, and the validation loss after each epoch.</summary>
    public void PlotLoss() => LossFigure().Display();

    internal Figure LossFigure() => Chart.Combine(
        Chart.Line(steps.Select(step => step.Loss), "train", "Loss", "batches", "cross-entropy"),
        Chart.Line(epochEnds, epochs.Select(epoch => epoch.ValidLoss), "valid"));

    internal void Add(StepRecord step) => steps.Add(step);

    internal void Add(EpochReport epoch)
    {
        epochs.Add(epoch);
        epochEnds.Add(steps.Count);
    }
}
