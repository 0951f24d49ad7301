namespace Notable.Learning.Tests.Train;

[Collection(nameof(SmallTraining))]
public sealed class FineTuneTests : IDisposable
{
    private readonly SmallTraining small = new();

    [Fact]
    public void Reports_one_frozen_epoch_and_then_the_asked_number_of_whole_ones()
    {
        using var learn = small.Learner();
        var told = new List<EpochReport>();
        learn.FineTune(2, progress: new Told(told), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([("frozen", 0), ("unfrozen", 0), ("unfrozen", 1)], told.Select(r => (r.Phase, r.Epoch)));
        Assert.Equal(told, learn.Recorder.Epochs);
        Assert.Equal(3 * small.Data.Train.BatchCount, learn.Recorder.Steps.Count);
        Assert.All(told, r => Assert.True(r.ErrorRate is >= 0 and <= 1 && double.IsFinite(r.TrainLoss) && r.Seconds > 0));
        Assert.All(told, r => Assert.True(r.DataSeconds > 0 && r.DataSeconds < r.Seconds));
        Assert.Equal(told[^1].ValidLoss, learn.Validate(TestContext.Current.CancellationToken).Loss, 1e-6);
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_seed_others()
    {
        using var one = small.Learner();
        one.FineTune(1, cancellation: TestContext.Current.CancellationToken);
        using var two = small.Learner();
        two.FineTune(1, cancellation: TestContext.Current.CancellationToken);
        using var other = small.Learner(seed: 43);
        Assert.Equal(SmallTraining.Values(one, "body.conv1.weight"), SmallTraining.Values(two, "body.conv1.weight"));
        Assert.Equal(SmallTraining.Values(one, "head.8.weight"), SmallTraining.Values(two, "head.8.weight"));
        Assert.Equal(one.Recorder.Steps.Select(s => s.Loss), two.Recorder.Steps.Select(s => s.Loss));
        Assert.NotEqual(SmallTraining.Values(one, "head.8.weight"), SmallTraining.Values(other, "head.8.weight"));
    }

    [Fact]
    public void A_frozen_body_keeps_its_kernels_while_its_batch_norms_move()
    {
        using var learn = small.Learner();
        var (kernel, mean, scale) = ("body.layer4.1.conv2.weight", "body.bn1.running_mean", "body.bn1.weight");
        var before = (SmallTraining.Values(learn, kernel), SmallTraining.Values(learn, mean), SmallTraining.Values(learn, scale));
        learn.Freeze();
        learn.FitOneCycle(1, 1e-2, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(before.Item1, SmallTraining.Values(learn, kernel));
        Assert.NotEqual(before.Item2, SmallTraining.Values(learn, mean));
        Assert.NotEqual(before.Item3, SmallTraining.Values(learn, scale));

        learn.Unfreeze();
        learn.Fit(1, cancellation: TestContext.Current.CancellationToken);
        Assert.NotEqual(before.Item1, SmallTraining.Values(learn, kernel));
    }

    [Fact]
    public void A_stop_between_batches_leaves_a_learner_that_still_answers()
    {
        using var learn = small.Learner();
        using var stop = new CancellationTokenSource();
        var stopped = Assert.ThrowsAny<OperationCanceledException>(() => learn.FineTune(3, progress: new StopsAtFirst(stop), cancellation: stop.Token));
        Assert.Equal($"Stopped after batch 0 of {small.Data.Train.BatchCount} in epoch 0 (1 of 3); the weights are kept.", stopped.Message);
        Assert.Single(learn.Recorder.Epochs);
        Assert.True(double.IsFinite(learn.Validate(TestContext.Current.CancellationToken).Loss));
        Assert.Contains(learn.Predict(TestPictureOf(small)).Label, small.Data.Vocab);
    }

    [Fact]
    public void A_loss_that_is_no_number_stops_the_training_with_advice()
    {
        using var learn = small.Learner();
        var error = Assert.Throws<TrainingException>(() => learn.Fit(3, 1e30, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("learning rate of 1e+30", error.Message);
        Assert.Contains("lower", error.Message);
    }

    [Fact]
    public void Answers_come_in_the_order_of_the_validation_items()
    {
        using var learn = small.Learner();
        var answers = learn.GetPreds(TestContext.Current.CancellationToken);
        Assert.Equal(small.Data.Valid.Items, answers.Items);
        Assert.Equal(small.Data.Valid.Labels, answers.Targets);
        for (var i = 0; i < answers.Items.Count; i++)
        {
            Assert.Equal(1, answers.Probabilities[i].Sum(), 1e-5);
            Assert.Equal(-Math.Log(answers.Probabilities[i][answers.Targets[i]]), answers.Losses[i], 1e-4);
            Assert.Equal(answers.Probabilities[i][1], learn.Predict(small.Data.Valid.Picture(i)).Probabilities["b"], 1e-5);
        }
    }

    private static Imaging.Picture TestPictureOf(SmallTraining small) => small.Data.Valid.Picture(0);

    public void Dispose() => small.Dispose();

    private sealed class Told(List<EpochReport> reports) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => reports.Add(value);
    }

    private sealed class StopsAtFirst(CancellationTokenSource stop) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => stop.Cancel();
    }
}
