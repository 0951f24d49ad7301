using Notable.Torch;

namespace Notable.Learning.Tests.Train;

[Collection(nameof(SmallTraining))]
public sealed class TrainingMemoryTests : IDisposable
{
    private readonly SmallTraining small = new();

    [Fact]
    public void Epochs_leave_no_tensor_behind_and_a_disposed_learner_none_at_all()
    {
        var atStart = TensorMemory.Live;
        using (var learn = small.Learner())
        {
            learn.Unfreeze();
            learn.Fit(1, cancellation: TestContext.Current.CancellationToken);
            var afterOne = TensorMemory.Live;
            learn.Fit(2, cancellation: TestContext.Current.CancellationToken);
            learn.GetPreds(TestContext.Current.CancellationToken);
            Assert.Equal(afterOne, TensorMemory.Live);
            learn.Freeze();
            Assert.True(TensorMemory.Live < afterOne, "freezing lets Adam's moments go");
        }
        Assert.Equal(atStart, TensorMemory.Live);
    }

    public void Dispose() => small.Dispose();
}
