namespace Notable.Learning;

/// <summary>Watches one figure of the epochs: the part that early stopping, keeping the best and lowering the rate share.</summary>
public abstract class Monitored : Callback
{
    private readonly double minDelta;
    private readonly bool isMoreBetter;

    private protected Monitored(string monitor, double minDelta, bool? moreIsBetter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minDelta);
        (Monitor, this.minDelta) = (monitor, minDelta);
        // fastai's rule: losses and errors are to fall, all else is to rise.
        isMoreBetter = moreIsBetter ?? !(monitor.Contains("loss", StringComparison.Ordinal) || monitor.Contains("error", StringComparison.Ordinal));
    }

    /// <summary>The figure's name: <c>train_loss</c>, <c>valid_loss</c> or a metric's.</summary>
    public string Monitor { get; }

    /// <summary>The best value so far; null before the first epoch.</summary>
    public double? Best { get; private set; }

    /// <summary>Whether the last epoch was better than all before it, by more than the least difference.</summary>
    protected bool IsBest { get; private set; }

    /// <inheritdoc/>
    public override void BeforeFit(FitRun fit)
    {
        string[] names = ["train_loss", "valid_loss", .. fit.Learner.Metrics.Select(metric => metric.Name)];
        if (!names.Contains(Monitor))
            throw new ArgumentException($"{GetType().Name} is to watch '{Monitor}', which is not measured; there are {string.Join(", ", names)}");
    }

    /// <inheritdoc/>
    public override void AfterEpoch(FitRun fit)
    {
        var value = ValueOf(fit.Report!);
        IsBest = double.IsFinite(value) && (Best is not { } best || (isMoreBetter ? value - minDelta > best : value + minDelta < best));
        if (IsBest)
            Best = value;
    }

    /// <summary>Begins anew, as if no epoch had been.</summary>
    private protected void Forget() => (Best, IsBest) = (null, false);

    private double ValueOf(EpochReport report) => Monitor switch
    {
        "train_loss" => report.TrainLoss,
        "valid_loss" => report.ValidLoss,
        _ => report.Metrics[Monitor],
    };
}
