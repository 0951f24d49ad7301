namespace Notable.Learning;

/// <summary>Divides the learning rates when a figure has not got better for some epochs; goes with <see cref="Learner.Fit"/>.</summary>
/// <param name="monitor">The figure: <c>train_loss</c>, <c>valid_loss</c> or a metric's name.</param>
/// <param name="minDelta">The least difference that counts as better, 0 or more.</param>
/// <param name="patience">How many epochs without a better one lower the rate, at least 1.</param>
/// <param name="factor">What rates are divided by, more than 1.</param>
/// <param name="minFactor">Rates never fall below this share of the plan's.</param>
/// <param name="moreIsBetter">Whether the figure is to rise; by default it is to fall where its name says loss or error.</param>
public sealed class ReduceLROnPlateau(
    string monitor = "valid_loss", double minDelta = 0, int patience = 1, double factor = 10, double minFactor = 0, bool? moreIsBetter = null)
    : Patient(monitor, minDelta, patience, moreIsBetter)
{
    private readonly double factor = factor > 1 ? factor : throw new ArgumentOutOfRangeException(nameof(factor), factor, "rates are divided by more than 1");

    private protected override void Act(FitRun fit) => fit.RateFactor = Math.Max(fit.RateFactor / factor, minFactor);
}
