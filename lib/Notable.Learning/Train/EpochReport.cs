namespace Notable.Learning;

/// <summary>The results of one training epoch: a row of the table, a line of <c>notable train --json</c>.</summary>
/// <param name="Phase"><c>frozen</c> while only the head and the batch-norms train, else <c>unfrozen</c>.</param>
/// <param name="Epoch">Number of the epoch within its phase, from 0.</param>
/// <param name="TrainLoss">Cross-entropy on augmented training batches, smoothed over the fit (see the recorder).</param>
/// <param name="ValidLoss">Mean cross-entropy over the validation items.</param>
/// <param name="Metrics">Means over the validation items, by the metric's name.</param>
/// <param name="Seconds">Wall-clock time of the epoch, validation included.</param>
public sealed record EpochReport(
    string Phase, int Epoch, double TrainLoss, double ValidLoss, IReadOnlyDictionary<string, double> Metrics, double Seconds)
{
    /// <summary>How much of <see cref="Seconds"/> the network waited for batches.</summary>
    public double DataSeconds { get; init; }

    /// <summary>Phase name of epochs that train the head and the batch-norms only.</summary>
    public const string Frozen = "frozen";

    /// <summary>Phase name of epochs that train the whole network.</summary>
    public const string Unfrozen = "unfrozen";

    /// <summary>Fraction of validation items predicted wrong, 0 to 1; null if the metric was not requested.</summary>
    public double? ErrorRate => Metrics.TryGetValue(Learning.Metrics.ErrorRate.Name, out var rate) ? rate : null;
}
