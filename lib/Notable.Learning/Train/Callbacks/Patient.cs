namespace Notable.Learning;

/// <summary>Acts when a metric has not improved for some epochs: the base class of early stopping and lowering the learning rate.</summary>
public abstract class Patient : Monitored
{
    private readonly int patience;
    private int waited;

    private protected Patient(string monitor, double minDelta, int patience, bool? moreIsBetter) : base(monitor, minDelta, moreIsBetter) =>
        this.patience = patience >= 1 ? patience : throw new ArgumentOutOfRangeException(nameof(patience), patience, "patience must be at least 1 epoch");

    /// <inheritdoc/>
    public override void BeforeFit(FitRun fit)
    {
        base.BeforeFit(fit);
        Forget();
        waited = 0;
    }

    /// <inheritdoc/>
    public override void AfterEpoch(FitRun fit)
    {
        base.AfterEpoch(fit);
        waited = IsBest ? 0 : waited + 1;
        if (waited < patience)
            return;
        Act(fit);
        waited = 0;
    }

    /// <summary>Called when patience runs out.</summary>
    private protected abstract void Act(FitRun fit);
}
