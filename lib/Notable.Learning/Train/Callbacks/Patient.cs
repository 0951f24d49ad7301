namespace Notable.Learning;

/// <summary>Waits for a figure to get better, and acts when it has not for some epochs: what early stopping and lowering the rate share.</summary>
public abstract class Patient : Monitored
{
    private readonly int patience;
    private int waited;

    private protected Patient(string monitor, double minDelta, int patience, bool? moreIsBetter) : base(monitor, minDelta, moreIsBetter) =>
        this.patience = patience >= 1 ? patience : throw new ArgumentOutOfRangeException(nameof(patience), patience, "patience is 1 epoch or more");

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

    /// <summary>What is done then.</summary>
    private protected abstract void Act(FitRun fit);
}
