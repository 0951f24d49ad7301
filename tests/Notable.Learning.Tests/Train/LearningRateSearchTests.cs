using Notable.Display;

namespace Notable.Learning.Tests.Train;

[Collection(nameof(SmallTraining))]
public sealed class LearningRateSearchTests : IDisposable
{
    private readonly SmallTraining small = new();

    public void Dispose() => small.Dispose();

    [Fact]
    public void Rates_climb_evenly_and_the_ends_are_cut_off()
    {
        using var learn = small.Quick();
        var curve = learn.LrFind(1e-6, 1e-2, numIt: 30, stopDiv: false, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(30 - 3 - 5, curve.Rates.Count);
        Assert.Equal(1e-6 * Math.Pow(1e4, 3 / 30.0), curve.Rates[0], 1e-12);
        Assert.All(curve.Rates.Zip(curve.Rates.Skip(1)), pair => Assert.Equal(Math.Pow(1e4, 1 / 30.0), pair.Second / pair.First, 1e-9));
        Assert.All(curve.Losses, loss => Assert.True(double.IsFinite(loss)));
        Assert.Contains(curve.Valley, curve.Rates);
    }

    [Fact]
    public void A_search_leaves_no_trace()
    {
        using var plain = small.Quick();
        plain.Fit(1, cancellation: TestContext.Current.CancellationToken);
        using var searched = small.Quick();
        searched.LrFind(numIt: 20, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(searched.Recorder.Steps);
        searched.Fit(1, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(SmallTraining.Values(plain, "head.8.weight"), SmallTraining.Values(searched, "head.8.weight"));
        Assert.Equal(SmallTraining.Values(plain, "body.features.0.weight"), SmallTraining.Values(searched, "body.features.0.weight"));
    }

    [Fact]
    public void A_loss_that_runs_away_ends_the_search_early()
    {
        using var learn = small.Quick();
        var curve = learn.LrFind(1e-5, 1e5, numIt: 200, cancellation: TestContext.Current.CancellationToken);
        Assert.InRange(curve.Rates.Count, 2, 180);
    }

    [Fact]
    public void The_plot_has_a_logarithmic_axis_and_marks_the_suggestions()
    {
        var rates = Enumerable.Range(0, 60).Select(i => 1e-5 * Math.Pow(10, i / 15.0)).ToArray();
        var curve = new LearningRateCurve(rates, [.. rates.Select(rate => Math.Pow(Math.Log10(rate) + 2.5, 2))]);
        Assert.Equal("log", curve.Figure().ToPlotly()["layout"]!["xaxis"]!["type"]!.ToString());
        Assert.Contains("suggested: ", curve.Figure().ToString());
        // The dot lies on the curve.
        Assert.Equal(curve.Losses[curve.Rates.ToList().IndexOf(curve.Valley)], Assert.Single(((Notable.Display.Figures.PointTrace)curve.Figure().Traces[1]).Y));
        var svg = curve.ToMimeBundle().Content(MimeTypes.Svg)!.ToString();
        Assert.Contains(">1e-5<", svg);
        Assert.Contains(">0.01<", svg);
    }

    [Theory]
    [InlineData(0, 1, 100)]
    [InlineData(1, 0.1, 100)]
    [InlineData(1e-7, 10, 5)]
    public void Rates_and_steps_that_make_no_sense_are_refused(double start, double end, int steps)
    {
        using var learn = small.Quick();
        Assert.Throws<ArgumentOutOfRangeException>(() => learn.LrFind(start, end, steps, cancellation: TestContext.Current.CancellationToken));
    }
}
