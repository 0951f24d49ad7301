namespace Notable.Learning;

/// <summary>
/// The training loss shown in the table: an exponential moving average over batches (weight 0.98 on the past), with bias correction,
/// so that the first values are not pulled toward zero.
/// </summary>
internal sealed class SmoothedLoss
{
    private const double Beta = 0.98;
    private double average;
    private int count;

    /// <summary>The average so far; NaN before the first batch.</summary>
    public double Value => count == 0 ? double.NaN : average / (1 - Math.Pow(Beta, count));

    public void Add(double loss)
    {
        average = Beta * average + (1 - Beta) * loss;
        count++;
    }
}
