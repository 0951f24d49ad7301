using Notable.Shared;

namespace Notable.Learning;

/// <summary>
/// Keeps the weights of the best epoch and restores them at the end of the fit, also when it was canceled or failed. The best is
/// tracked over all fits of one callback, so a frozen epoch may stay the best.
/// </summary>
/// <param name="monitor">The metric that decides: <c>train_loss</c>, <c>valid_loss</c> or a metric's name.</param>
/// <param name="path">
/// File for the best weights, written as by <see cref="Learner.Save"/>, and checked before the fit; null keeps them in memory only.
/// </param>
/// <param name="minDelta">The smallest change that counts as an improvement, 0 or more.</param>
/// <param name="moreIsBetter">Whether higher is better; by default lower is better if the name contains "loss" or "error".</param>
public sealed class SaveModel(string monitor = "valid_loss", string? path = null, double minDelta = 0, bool? moreIsBetter = null)
    : Monitored(monitor, minDelta, moreIsBetter)
{
    private WeightsSnapshot? best;

    /// <summary>
    /// Restores the best weights only if a fit ends before its last epoch; a completed fit keeps its final weights, as without this
    /// callback. False by default.
    /// </summary>
    public bool OnlyIfCutShort { get; init; }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to its folder is denied.</exception>
    public override void BeforeFit(FitRun fit)
    {
        base.BeforeFit(fit);
        if (path is not null)
            OutputPath.RequireWritable(path);
    }

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
