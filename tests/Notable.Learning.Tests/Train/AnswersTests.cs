using Notable.Display;
using Notable.Learning.Tests.Data;
using Notable.Testing;

namespace Notable.Learning.Tests.Train;

[Collection(nameof(SmallTraining))]
public sealed class AnswersTests : IDisposable
{
    private readonly SmallTraining small = new();
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    public void Dispose() => small.Dispose();

    [Fact]
    public void Training_items_are_answered_in_order_unaugmented_and_alike_each_time()
    {
        using var learn = small.Quick();
        var first = learn.GetPreds(Subset.Train, stop);
        Assert.Equal(small.Data.Train.Items, first.Items);
        Assert.Equal(small.Data.Train.Labels, first.Targets);
        Assert.Equal(16, first.Losses.Count);
        Assert.Equal(first.Probabilities, learn.GetPreds(Subset.Train, stop).Probabilities);
        var one = learn.Predict(small.Data.Train.Picture(0)).Probabilities.Values.Select(p => (float)p);
        Assert.Equal(one, first.Probabilities[0], (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void Other_files_are_answered_with_or_without_their_classes()
    {
        using var learn = small.Quick();
        using var folder = new TemporaryFolder();
        TestPictures.Write(folder.Path, 3, "b", "a");
        var files = ImageFiles.In(folder.Path);
        var plain = learn.GetPreds(small.Data.TestDl(files, cancellation: stop), stop);
        Assert.Equal(files, plain.Items);
        Assert.Equal((6, 0, 0), (plain.Probabilities.Count, plain.Targets.Count, plain.Losses.Count));
        var labeled = small.Data.TestDl(files, withLabels: true, stop);
        Assert.Equal([0, 0, 0, 1, 1, 1], labeled.Labels);
        Assert.Equal(plain.Probabilities, learn.GetPreds(labeled, stop).Probabilities);
        Assert.Equal(6, ClassificationInterpretation.From(learn, labeled, stop).ConfusionMatrix().Cast<int>().Sum());
        Assert.InRange(learn.Validate(labeled, stop).Metrics["error_rate"], 0, 1);
    }

    [Fact]
    public void Unlabeled_files_cannot_be_measured_by_and_unknown_classes_are_named()
    {
        using var learn = small.Quick();
        using var folder = new TemporaryFolder();
        TestPictures.Write(folder.Path, 1, "euro");
        var files = ImageFiles.In(folder.Path);
        Assert.Contains("withLabels", Assert.Throws<DataException>(() => learn.Validate(small.Data.TestDl(files, cancellation: stop), stop)).Message);
        Assert.Contains("euro", Assert.Throws<DataException>(() => small.Data.TestDl(files, withLabels: true, stop)).Message);
        Assert.Throws<DataException>(() => small.Data.TestDl([], cancellation: stop));
        File.WriteAllText(folder["euro/bad.jpg"], "no picture");
        Assert.Contains("bad.jpg", Assert.Throws<DataException>(() => small.Data.TestDl([folder["euro/bad.jpg"]], cancellation: stop)).Message);
    }

    [Fact]
    public void Results_are_shown_with_both_classes()
    {
        using var learn = small.Quick();
        Assert.Matches(@"[ab] / [ab]", learn.ResultsGrid(3).ToString());
        Assert.Equal(4, learn.ResultsGrid(3).ToString().Split('\n').Length);
    }

    [Fact]
    public void The_schedule_plot_has_a_line_a_group_and_the_momentum()
    {
        using var learn = small.Quick();
        learn.FitOneCycle(1, LearningRates.Between(1e-5, 1e-3), cancellation: stop);
        var rates = learn.Recorder.RateFigure();
        Assert.Equal(3, rates.Traces.Count);
        Assert.Contains("group 2", rates.ToString());
        Assert.Contains("0.85", learn.Recorder.MomentumFigure().ToString());
        var target = new RecordingTarget();
        using (DisplayTarget.Use(target))
            learn.Recorder.PlotSched();
        Assert.Equal(2, target.Outputs.Count());
    }
}
