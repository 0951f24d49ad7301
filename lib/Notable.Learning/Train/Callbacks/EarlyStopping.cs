namespace Notable.Learning;

/// <summary>Ends a fit when a figure has not got better for some epochs.</summary>
/// <param name="monitor">The figure: <c>train_loss</c>, <c>valid_loss</c> or a metric's name.</param>
/// <param name="minDelta">The least difference that counts as better, 0 or more.</param>
/// <param name="patience">How many epochs without a better one end the fit, at least 1.</param>
/// <param name="moreIsBetter">Whether the figure is to rise; by default it is to fall where its name says loss or error.</param>
public sealed class EarlyStopping(string monitor = "valid_loss", double minDelta = 0, int patience = 1, bool? moreIsBetter = null)
    : Patient(monitor, minDelta, patience, moreIsBetter)
{
    private protected override void Act(FitRun fit) => fit.Stop();
}
