using Notable.Display;
using Notable.Display.Figures;
using Chart = Notable.Display.Figures.Chart;
using GenericChart = Plotly.NET.GenericChart;

namespace Notable.Learning;

/// <summary>
/// The result of the learning rate finder: the smoothed loss for each learning rate, and four suggestions, by fastai's rules.
/// </summary>
public sealed class LearningRateCurve : IDisplayable
{
    private readonly double[] rates, losses;

    /// <summary>Creates a curve from points in ascending order of their rates.</summary>
    /// <exception cref="ArgumentException">There are fewer than two points, or not one loss per rate.</exception>
    public LearningRateCurve(IReadOnlyList<double> rates, IReadOnlyList<double> losses)
    {
        if (rates.Count != losses.Count || rates.Count < 2)
            throw new ArgumentException($"expected at least two points and one loss per rate; found {rates.Count} rates and {losses.Count} losses");
        (this.rates, this.losses) = ([.. rates], [.. losses]);
    }

    /// <summary>The rates, ascending.</summary>
    public IReadOnlyList<double> Rates => rates;

    /// <summary>The smoothed loss after the step at each rate.</summary>
    public IReadOnlyList<double> Losses => losses;

    /// <summary>The rate about two thirds down the longest descent of the curve: the recommended suggestion, robust against noise.</summary>
    public double Valley
    {
        get
        {
            var (start, end) = LongestDescent();
            var third = (end - start) / 3.0;
            return rates[Math.Max(start + (int)third + (int)(third / 2), 0)];
        }
    }

    /// <summary>
    /// The highest rate before the slopes of the curve, measured 15 steps apart, start to differ: the end of the descent before the loss
    /// rises.
    /// </summary>
    public double Slide
    {
        get
        {
            const int Apart = 15;
            const double Threshold = 0.005;
            var slopes = Gradient();
            var (right, left) = (losses.Length - 1, losses.Length - 1 - Apart);
            var found = rates[Math.Max(left, 0)];
            for (; left >= 0 && Math.Abs(slopes[right] - slopes[left]) > Threshold; left--, right--)
                found = rates[left];
            return found;
        }
    }

    /// <summary>A tenth of the rate with the lowest loss.</summary>
    public double Minimum => rates[Array.IndexOf(losses, losses.Min())] / 10;

    /// <summary>The rate with the steepest descent of the loss, over the logarithm of the rate.</summary>
    public double Steep
    {
        get
        {
            // In float32 as in fastai: on an even slope, rounding decides.
            float[] logarithms = [.. rates.Select(rate => (float)Math.Log((float)rate))];
            float[] falls = [.. Enumerable.Range(0, losses.Length - 1)
                .Select(i => ((float)losses[i + 1] - (float)losses[i]) / (logarithms[i + 1] - logarithms[i]))];
            return rates[Array.IndexOf(falls, falls.Min())];
        }
    }

    /// <summary>Returns a chart of the curve, with <see cref="Valley"/> marked.</summary>
    public GenericChart Plot() => Figure().ToChart();

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>Returns the recommended suggestion as text.</summary>
    public override string ToString() => FormattableString.Invariant($"suggested learning rate: {Valley:g2} (Valley; Steep, Slide and Minimum follow other rules)");

    /// <summary>
    /// Returns the meaningful part of a search: without its first tenth, its last five points and everything after a loss that is not finite.
    /// </summary>
    internal static LearningRateCurve Trimmed(IReadOnlyList<(double Rate, double Loss)> points, int numIt)
    {
        (double Rate, double Loss)[] kept = [.. points.Skip(numIt / 10).Take(points.Count - numIt / 10 - 5).TakeWhile(point => !double.IsNaN(point.Loss))];
        return kept.Length >= 2
            ? new([.. kept.Select(point => point.Rate)], [.. kept.Select(point => point.Loss)])
            : throw new TrainingException($"the loss diverged after {points.Count} steps, too few to suggest a learning rate: start lower, or check the data");
    }

    internal Figure Figure()
    {
        var curve = Chart.Line(rates, losses, "loss", "Learning rate", "learning rate", "smoothed loss");
        var suggested = Chart.Scatter([Valley], [losses[Array.IndexOf(rates, Valley)]], FormattableString.Invariant($"suggested: {Valley:g2}"));
        var figure = Chart.Combine([curve, suggested]);
        return figure with { Layout = figure.Layout with { IsXLogarithmic = true } };
    }

    /// <summary>
    /// Returns the end of the longest strictly decreasing subsequence, and a start as many points before it as it is long (-1 if it has all
    /// points).
    /// </summary>
    private (int Start, int End) LongestDescent()
    {
        var (lengths, start, end) = (Enumerable.Repeat(1, losses.Length).ToArray(), 0, 0);
        for (var i = 1; i < losses.Length; i++)
            for (var j = 0; j < i; j++)
            {
                if (losses[i] < losses[j])
                    lengths[i] = Math.Max(lengths[i], lengths[j] + 1);
                if (lengths[i] > lengths[end])
                    (start, end) = (i - lengths[i], i);
            }
        return (start, end);
    }

    /// <summary>Returns central differences, one-sided at both ends.</summary>
    private double[] Gradient() => [.. Enumerable.Range(0, losses.Length).Select(i =>
    {
        var (low, high) = (Math.Max(i - 1, 0), Math.Min(i + 1, losses.Length - 1));
        return (losses[high] - losses[low]) / (high - low);
    })];
}
