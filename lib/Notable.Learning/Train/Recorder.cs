using static System.FormattableString;
using Notable.Display;
using Notable.Display.Figures;
using Chart = Notable.Display.Figures.Chart;
using GenericChart = Plotly.NET.GenericChart;

namespace Notable.Learning;

/// <summary>Records the steps and epochs of a learner, over all of its fits.</summary>
public sealed class Recorder
{
    private readonly List<StepRecord> steps = [];
    private readonly List<EpochReport> epochs = [];
    private readonly List<int> epochEnds = [];

    /// <summary>Every step, in order.</summary>
    public IReadOnlyList<StepRecord> Steps => steps;

    /// <summary>Every finished epoch, in order.</summary>
    public IReadOnlyList<EpochReport> Epochs => epochs;

    /// <summary>
    /// Returns a description of the table of epochs in words, one sentence per line: how the losses changed, whether the model overfits, how often it is right.
    /// </summary>
    public string Describe()
    {
        if (epochs.Count == 0)
            return "Nothing has been trained yet.";
        var (first, last, best) = (epochs[0], epochs[^1], epochs.MinBy(epoch => epoch.ValidLoss)!);
        var losses = epochs.Count == 1
            ? Invariant($"After one epoch the training loss is {last.TrainLoss:0.00} and the validation loss {last.ValidLoss:0.00}.")
            : Invariant($"Over {epochs.Count} epochs the training loss went from {first.TrainLoss:0.00} to {last.TrainLoss:0.00} and the validation loss from {first.ValidLoss:0.00} to {last.ValidLoss:0.00}.");
        // Small changes are noise.
        var overfits = last.ValidLoss > 1.1 * best.ValidLoss && last.TrainLoss < best.TrainLoss;
        var turn = overfits
            ? Invariant($"\nThe validation loss was lowest in row {epochs.IndexOf(best) + 1} of the table ({best.ValidLoss:0.00}) and rose while the training loss fell: the model overfits.")
            : "";
        var rate = last.ErrorRate is { } wrong
            ? Invariant($"\nThe error rate is {Percents.Of(wrong):0.0} %, that is an accuracy of {100 - Percents.Of(wrong):0.0} %.")
            : "";
        return losses + turn + rate;
    }

    /// <summary>Returns a chart of the smoothed training loss after each batch and the validation loss after each epoch.</summary>
    /// <param name="skipStart">Number of first batches to leave out: their high losses flatten the rest of the chart.</param>
    public GenericChart PlotLoss(int skipStart = 0) => LossFigure(skipStart).ToChart();

    /// <summary>Shows the learning rate of each parameter group, and the momentum, at each batch.</summary>
    public void PlotSched()
    {
        RateFigure().ToChart().Display();
        MomentumFigure().ToChart().Display();
    }

    internal Figure LossFigure(int skipStart = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skipStart);
        var ends = Enumerable.Range(0, epochs.Count).Where(i => epochEnds[i] >= skipStart).ToArray();
        return Chart.Combine(
            Chart.Line(Enumerable.Range(skipStart, Math.Max(steps.Count - skipStart, 0)), steps.Skip(skipStart).Select(step => step.Loss), "train", "Loss", "batches", "loss"),
            Chart.Line(ends.Select(i => epochEnds[i]), ends.Select(i => epochs[i].ValidLoss), "valid"));
    }

    internal Figure RateFigure()
    {
        var groups = steps.Count == 0 ? 1 : steps[0].LearningRates.Count;
        return Chart.Combine(Enumerable.Range(0, groups).Select(group => Chart.Line(
            steps.Select(step => step.LearningRates[group]), groups == 1 ? null : $"group {group}", "Learning rate", "batches", "learning rate")));
    }

    internal Figure MomentumFigure() => Chart.Line(steps.Select(step => step.Momentum), title: "Momentum", xTitle: "batches", yTitle: "momentum");

    internal void Add(StepRecord step) => steps.Add(step);

    internal void Add(EpochReport epoch)
    {
        epochs.Add(epoch);
        epochEnds.Add(steps.Count);
    }
}

/// <summary>One optimizer step.</summary>
/// <param name="Loss">The smoothed training loss after the step's batch.</param>
/// <param name="LearningRates">The learning rate of each parameter group.</param>
/// <param name="Momentum">Adam's first decay rate.</param>
public sealed record StepRecord(double Loss, IReadOnlyList<double> LearningRates, double Momentum);
