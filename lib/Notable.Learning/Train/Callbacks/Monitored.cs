namespace Notable.Learning;

/// <summary>
/// Watches one metric after each epoch: the base class of early stopping, saving the best model and lowering the learning rate.
/// </summary>
public abstract class Monitored : Callback
{
    private readonly double minDelta;
    private readonly bool isMoreBetter;

    private protected Monitored(string monitor, double minDelta, bool? moreIsBetter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minDelta);
        (Monitor, this.minDelta) = (monitor, minDelta);
        // fastai's rule: losses and errors should fall, everything else should rise.
        isMoreBetter = moreIsBetter ?? !(monitor.Contains("loss", StringComparison.Ordinal) || monitor.Contains("error", StringComparison.Ordinal));
    }

    /// <summary>The metric's name: <c>train_loss</c>, <c>valid_loss</c> or a metric's.</summary>
    public string Monitor { get; }

    /// <summary>The best value so far; null before the first epoch.</summary>
    public double? Best { get; private set; }

    /// <summary>Whether the last epoch improved on the best before it by more than the minimum difference.</summary>
    protected bool IsBest { get; private set; }

    /// <inheritdoc/>
    public override void BeforeFit(FitRun fit)
    {
        string[] names = ["train_loss", "valid_loss", .. fit.Learner.Metrics.Select(metric => metric.Name)];
        if (!names.Contains(Monitor))
            throw new ArgumentException($"{GetType().Name} watches '{Monitor}', which is not measured; measured are {string.Join(", ", names)}");
    }

    /// <inheritdoc/>
    public override void AfterEpoch(FitRun fit)
    {
        var value = ValueOf(fit.Report!);
        IsBest = double.IsFinite(value) && (Best is not { } best || (isMoreBetter ? value - minDelta > best : value + minDelta < best));
        if (IsBest)
            Best = value;
    }

    /// <summary>Resets to the state before the first epoch.</summary>
    private protected void Forget() => (Best, IsBest) = (null, false);

    private double ValueOf(EpochReport report) => Monitor switch
    {
        "train_loss" => report.TrainLoss,
        "valid_loss" => report.ValidLoss,
        _ => report.Metrics[Monitor],
    };
}
