using static TorchSharp.torch;

namespace Notable.Learning.Tests.Train;

[Collection(nameof(SmallTraining))]
public sealed class LossReaderTests : IDisposable
{
    private readonly SmallTraining small = new();

    public void Dispose() => small.Dispose();

    [Fact]
    public void Losses_are_read_several_at_a_time_in_order_and_the_rest_at_the_end()
    {
        List<float> told = [];
        using var scope = NewDisposeScope();
        using var reader = new LossReader(3, (loss, _, _) => told.Add(loss));
        List<int> counts = [];
        for (var i = 0; i < 5; i++)
        {
            reader.Add(tensor((float)i), [1e-3], 0.9);
            counts.Add(told.Count);
        }
        Assert.Equal([0, 0, 3, 3, 3], counts);
        reader.Read();
        Assert.Equal([0, 1, 2, 3, 4], told);
    }

    [Fact]
    public void A_late_reading_records_what_an_early_one_does()
    {
        using var early = small.Learner();
        early.Fit(1, cancellation: TestContext.Current.CancellationToken);
        using var late = small.Learner();
        late.LossesAtOnce = 3;
        late.Fit(1, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(early.Recorder.Steps.Select(s => s.Loss), late.Recorder.Steps.Select(s => s.Loss));
        Assert.Equal(early.Recorder.Epochs[0].TrainLoss, late.Recorder.Epochs[0].TrainLoss);
    }

    [Fact]
    public void Weights_that_went_astray_unseen_are_not_exported()
    {
        using var learn = small.Learner();
        using var folder = new Testing.TemporaryFolder();
        learn.LossesAtOnce = 100;
        Assert.Throws<TrainingException>(() => learn.Fit(3, 1e30, cancellation: TestContext.Current.CancellationToken));
        Assert.Throws<TrainingException>(() => learn.Export(folder["bad.safetensors"]));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
