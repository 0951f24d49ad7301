using Notable.Display;
using Notable.Testing;

namespace Notable.Learning.Tests.Train;

/// <summary>Early stopping, keeping the best and lowering the rate, on losses that a callback makes up.</summary>
[Collection(nameof(SmallTraining))]
public sealed class MonitoredTests : IDisposable
{
    private readonly SmallTraining small = new();
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    public void Dispose() => small.Dispose();

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 4)]
    public void A_fit_ends_after_so_many_epochs_without_a_better_one(int patience, int epochs)
    {
        using var learn = small.Quick(Made(0.9, 0.5, 0.6, 0.7, 0.8));
        learn.Fit(5, callbacks: [new EarlyStopping("made", patience: patience, moreIsBetter: false)], cancellation: stop);
        Assert.Equal(epochs, learn.Recorder.Epochs.Count);
    }

    [Fact]
    public void The_weights_of_the_best_epoch_are_kept()
    {
        using var learn = small.Quick(Made(0.9, 0.2, 0.6));
        var weights = new WeightsAtEnds();
        var best = new SaveModel("made", moreIsBetter: false);
        learn.Fit(3, callbacks: [best, weights], cancellation: stop);
        Assert.Equal(0.2, best.Best);
        Assert.Equal(weights.Seen[1], SmallTraining.Values(learn, "head.8.weight"));
        Assert.NotEqual(weights.Seen[2], SmallTraining.Values(learn, "head.8.weight"));
    }

    [Fact]
    public void A_fit_that_comes_to_its_end_may_keep_its_last_weights()
    {
        using var learn = small.Quick(Made(0.9, 0.2, 0.6));
        var weights = new WeightsAtEnds();
        learn.Fit(3, callbacks: [new SaveModel("made", moreIsBetter: false) { OnlyIfCutShort = true }, weights], cancellation: stop);
        Assert.Equal(weights.Seen[2], SmallTraining.Values(learn, "head.8.weight"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_canceled_fit_leaves_the_best_weights_so_far(bool onlyIfCutShort)
    {
        using var learn = small.Quick(Made(0.2, 0.6, 0.1));
        using var source = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var weights = new WeightsAtEnds(cancelAfter: 2, source);
        Assert.Throws<WorkStoppedException>(() =>
            learn.Fit(9, callbacks: [new SaveModel("made", moreIsBetter: false) { OnlyIfCutShort = onlyIfCutShort }, weights], cancellation: source.Token));
        Assert.Equal(weights.Seen[0], SmallTraining.Values(learn, "head.8.weight"));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_reported_before_the_first_epoch()
    {
        using var learn = small.Quick(Made(0.9, 0.2));
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["taken"], "a file where the path needs a folder");
        Assert.Contains("taken", Assert.ThrowsAny<IOException>(() => learn.Fit(1, callbacks: [new SaveModel("made", folder["taken/w.safetensors"])], cancellation: stop)).Message);
        Assert.ThrowsAny<IOException>(() => learn.Fit(1, callbacks: [new CsvLogger(folder["taken/h.csv"])], cancellation: stop));
        Assert.Empty(learn.Recorder.Epochs);

        learn.Fit(1, callbacks: [new SaveModel("made", folder["new/w.safetensors"]), new CsvLogger(folder["new/h.csv"])], cancellation: stop);
        Assert.Equal(["h.csv", "w.safetensors"], Directory.GetFiles(folder["new"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Rates_are_divided_where_nothing_gets_better()
    {
        using var learn = small.Quick(Made(0.5, 0.6, 0.7, 0.1, 0.9));
        learn.Fit(5, 1e-3, callbacks: [new ReduceLROnPlateau("made", factor: 10, minFactor: 0.01, moreIsBetter: false)], cancellation: stop);
        double[] rates = [.. learn.Recorder.Steps.Where((_, i) => i % 4 == 0).Select(step => step.LearningRates[0])];
        double[] expected = [1e-3, 1e-3, 1e-4, 1e-5, 1e-5];
        Assert.All(expected.Zip(rates), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void A_figure_that_nobody_measures_is_named()
    {
        using var learn = small.Quick();
        var error = Assert.Throws<ArgumentException>(() => learn.Fit(1, callbacks: [new EarlyStopping("f2")], cancellation: stop));
        Assert.Contains("'f2'", error.Message);
        Assert.Contains("train_loss, valid_loss, error_rate", error.Message);
    }

    /// <summary>A metric whose values over the epochs are given.</summary>
    private static Metric Made(params double[] values)
    {
        var queue = new Queue<double>(values);
        return new("made", (_, _) => queue.Dequeue()) { OverAllItems = true };
    }

    /// <summary>What the head weighs at the end of each epoch, before anybody puts back others.</summary>
    private sealed class WeightsAtEnds(int? cancelAfter = null, CancellationTokenSource? source = null) : Callback
    {
        public List<float[]> Seen { get; } = [];

        public override void AfterEpoch(FitRun fit)
        {
            Seen.Add(SmallTraining.Values(fit.Learner, "head.8.weight"));
            if (Seen.Count == cancelAfter)
                source!.Cancel();
        }
    }
}
