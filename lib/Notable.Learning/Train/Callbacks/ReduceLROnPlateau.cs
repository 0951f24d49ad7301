namespace Notable.Learning;

/// <summary>Divides the learning rates when a metric has not improved for some epochs. Meant for <see cref="Learner.Fit"/>.</summary>
/// <param name="monitor">The metric to watch: <c>train_loss</c>, <c>valid_loss</c> or a metric's name.</param>
/// <param name="minDelta">The smallest change that counts as an improvement, 0 or more.</param>
/// <param name="patience">How many epochs without an improvement lower the rate, at least 1.</param>
/// <param name="factor">What rates are divided by, more than 1.</param>
/// <param name="minFactor">Lower limit of the rates, as a fraction of the scheduled ones.</param>
/// <param name="moreIsBetter">Whether higher is better; by default lower is better if the name contains "loss" or "error".</param>
public sealed class ReduceLROnPlateau(
    string monitor = "valid_loss", double minDelta = 0, int patience = 1, double factor = 10, double minFactor = 0, bool? moreIsBetter = null)
    : Patient(monitor, minDelta, patience, moreIsBetter)
{
    private readonly double factor = factor > 1 ? factor : throw new ArgumentOutOfRangeException(nameof(factor), factor, "the divisor of the rates must be above 1");

    private protected override void Act(FitRun fit) => fit.RateFactor = Math.Max(fit.RateFactor / factor, minFactor);
}
