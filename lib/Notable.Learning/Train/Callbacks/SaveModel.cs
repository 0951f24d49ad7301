namespace Notable.Learning;

/// <summary>
/// Keeps the weights of the best epoch, and gives them to the model when the fit is over, also when it was canceled or failed. Over
/// the fits of one callback the best of all counts: a frozen epoch may stay the best.
/// </summary>
/// <param name="monitor">The figure that says which is best: <c>train_loss</c>, <c>valid_loss</c> or a metric's name.</param>
/// <param name="path">Where the best weights are also written as by <see cref="Learner.Save"/>; null keeps them in memory only.</param>
/// <param name="minDelta">The least difference that counts as better, 0 or more.</param>
/// <param name="moreIsBetter">Whether the figure is to rise; by default it is to fall where its name says loss or error.</param>
public sealed class SaveModel(string monitor = "valid_loss", string? path = null, double minDelta = 0, bool? moreIsBetter = null)
    : Monitored(monitor, minDelta, moreIsBetter)
{
    private WeightsSnapshot? best;

    /// <summary>
    /// Gives the best weights back only where a fit ends before its last epoch; one that comes to its end keeps the weights it has then,
    /// as a fit without this callback does. False by default.
    /// </summary>
    public bool OnlyIfCutShort { get; init; }

    /// <inheritdoc/>
    public override void AfterEpoch(FitRun fit)
    {
        base.AfterEpoch(fit);
        if (!IsBest)
            return;
        best = new WeightsSnapshot(fit.Learner.Model);
        if (path is not null)
            fit.Learner.Save(path);
    }

    /// <inheritdoc/>
    public override void AfterFit(FitRun fit)
    {
        if (!OnlyIfCutShort || fit.Epoch < fit.Epochs)
            best?.Restore();
    }
}
