namespace Notable.Learning;

/// <summary>
/// The training loss as the table shows it: an exponential average over batches (weight 0.98 on the past), divided by
/// the weight seen so far so that the first batches are not pulled toward zero.
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
