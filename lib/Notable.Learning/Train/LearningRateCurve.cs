using Notable.Display;
using Notable.Display.Figures;
using Chart = Notable.Display.Figures.Chart;
using GenericChart = Plotly.NET.GenericChart;

namespace Notable.Learning;

/// <summary>The smoothed loss by learning rate of a mock training, and four ways to read a good rate off it: fastai's rules.</summary>
public sealed class LearningRateCurve : IDisplayable
{
    private readonly double[] rates, losses;

    /// <summary>A curve of points in ascending order of their rates.</summary>
    /// <exception cref="ArgumentException">Fewer than two points, or not a loss a rate.</exception>
    public LearningRateCurve(IReadOnlyList<double> rates, IReadOnlyList<double> losses)
    {
        if (rates.Count != losses.Count || rates.Count < 2)
            throw new ArgumentException($"a curve has two points or more, and a loss a rate; found {rates.Count} rates and {losses.Count} losses");
        (this.rates, this.losses) = ([.. rates], [.. losses]);
    }

    /// <summary>The rates, ascending.</summary>
    public IReadOnlyList<double> Rates => rates;

    /// <summary>The smoothed loss after the step at each rate.</summary>
    public IReadOnlyList<double> Losses => losses;

    /// <summary>The rate about two thirds down the longest descent of the curve: a steady fall, robust against noise. The one to start with.</summary>
    public double Valley
    {
        get
        {
            var (start, end) = LongestDescent();
            var third = (end - start) / 3.0;
            return rates[Math.Max(start + (int)third + (int)(third / 2), 0)];
        }
    }

    /// <summary>The highest rate before the slopes of the curve, 15 steps apart, begin to differ: the end of the slide before it turns up.</summary>
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

    /// <summary>The rate at which the loss falls most steeply, by the rate's logarithm.</summary>
    public double Steep
    {
        get
        {
            // In float32 as fastai reckons: where a curve falls evenly, its roundings decide.
            float[] logarithms = [.. rates.Select(rate => (float)Math.Log((float)rate))];
            float[] falls = [.. Enumerable.Range(0, losses.Length - 1)
                .Select(i => ((float)losses[i + 1] - (float)losses[i]) / (logarithms[i + 1] - logarithms[i]))];
            return rates[Array.IndexOf(falls, falls.Min())];
        }
    }

    /// <summary>A chart of the curve, with <see cref="Valley"/> marked on it.</summary>
    public GenericChart Plot() => Figure().ToChart();

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The suggestion to start with.</summary>
    public override string ToString() => FormattableString.Invariant($"suggested learning rate: {Valley:g2} (Valley; Steep, Slide and Minimum follow other rules)");

    /// <summary>The part of a search that says something: without its first tenth, its last five points and what comes after a loss that is no number.</summary>
    internal static LearningRateCurve Trimmed(IReadOnlyList<(double Rate, double Loss)> points, int numIt)
    {
        (double Rate, double Loss)[] kept = [.. points.Skip(numIt / 10).Take(points.Count - numIt / 10 - 5).TakeWhile(point => !double.IsNaN(point.Loss))];
        return kept.Length >= 2
            ? new([.. kept.Select(point => point.Rate)], [.. kept.Select(point => point.Loss)])
            : throw new TrainingException($"the loss ran away after {points.Count} steps, too few to suggest a learning rate: start lower, or look at the data");
    }

    internal Figure Figure()
    {
        var curve = Chart.Line(rates, losses, "loss", "Learning rate", "learning rate", "smoothed loss");
        var suggested = Chart.Scatter([Valley], [losses[Array.IndexOf(rates, Valley)]], FormattableString.Invariant($"suggested: {Valley:g2}"));
        var figure = Chart.Combine([curve, suggested]);
        return figure with { Layout = figure.Layout with { IsXLogarithmic = true } };
    }

    /// <summary>Where the longest strictly falling subsequence ends, and as many points before that as it has (-1 where it has all).</summary>
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

    /// <summary>Central differences, one-sided at both ends.</summary>
    private double[] Gradient() => [.. Enumerable.Range(0, losses.Length).Select(i =>
    {
        var (low, high) = (Math.Max(i - 1, 0), Math.Min(i + 1, losses.Length - 1));
        return (losses[high] - losses[low]) / (high - low);
    })];
}
