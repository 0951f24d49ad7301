namespace Notable.Learning;

/// <summary>Ends a fit when a metric has not improved for some epochs.</summary>
/// <param name="monitor">The metric to watch: <c>train_loss</c>, <c>valid_loss</c> or a metric's name.</param>
/// <param name="minDelta">The smallest change that counts as an improvement, 0 or more.</param>
/// <param name="patience">How many epochs without an improvement end the fit, at least 1.</param>
/// <param name="moreIsBetter">Whether higher is better; by default lower is better if the name contains "loss" or "error".</param>
public sealed class EarlyStopping(string monitor = "valid_loss", double minDelta = 0, int patience = 1, bool? moreIsBetter = null)
    : Patient(monitor, minDelta, patience, moreIsBetter)
{
    private protected override void Act(FitRun fit) => fit.Stop();
}
