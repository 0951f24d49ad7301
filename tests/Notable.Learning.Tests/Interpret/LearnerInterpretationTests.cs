using Notable.Learning.Tests.Train;

namespace Notable.Learning.Tests.Interpret;

[Collection(nameof(SmallTraining))]
public sealed class LearnerInterpretationTests : IDisposable
{
    private readonly SmallTraining small = new();

    [Fact]
    public void A_learners_validation_items_are_counted_and_its_worst_are_shown()
    {
        using var learn = small.Learner();
        var interpretation = ClassificationInterpretation.From(learn, TestContext.Current.CancellationToken);
        Assert.Equal(small.Data.Valid.Items.Count, interpretation.ConfusionMatrix().Cast<int>().Sum());

        var worst = interpretation.TopLosses(2);
        Assert.True(worst[0].Loss >= worst[1].Loss);
        Assert.Contains(worst[0].Item, small.Data.Valid.Items);
        var grid = interpretation.TopLossesGrid(2, largest: true);
        Assert.Contains(FormattableString.Invariant($"{worst[0].Predicted} / {worst[0].Actual} / {worst[0].Loss:0.00}"), grid.ToString());
        Assert.Equal(3, grid.ToString().Split('\n').Length);
    }

    [Fact]
    public void The_loss_plot_has_a_point_a_batch_and_one_an_epoch()
    {
        using var learn = small.Learner();
        learn.Fit(2, cancellation: TestContext.Current.CancellationToken);
        var series = learn.Recorder.LossFigure().ToPlotly()["data"]!.AsArray();
        Assert.Equal(2 * small.Data.Train.BatchCount, series[0]!["y"]!.AsArray().Count);
        Assert.Equal(2, series[1]!["y"]!.AsArray().Count);
        Assert.Equal(8, series[1]!["x"]![1]!.GetValue<double>());
    }

    public void Dispose() => small.Dispose();
}
