using Notable.Learning.Tests.Acceleration;
using Notable.Learning.Acceleration;

namespace Notable.Learning.Tests.Train;

[Collection(nameof(SmallTraining))]
public sealed class TrainingMemoryTests : IDisposable
{
    private readonly SmallTraining small = new();

    [Fact]
    public void Epochs_leave_no_tensor_behind_and_a_disposed_learner_none_at_all()
    {
        var atStart = LiveTensors.Count();
        using (var learn = small.Learner())
        {
            learn.Unfreeze();
            learn.Fit(1, cancellation: TestContext.Current.CancellationToken);
            var afterOne = LiveTensors.Count();
            learn.Fit(2, cancellation: TestContext.Current.CancellationToken);
            learn.GetPreds(TestContext.Current.CancellationToken);
            Assert.Equal(afterOne, LiveTensors.Count());
            learn.Freeze();
            Assert.True(LiveTensors.Count() < afterOne, "freezing lets Adam's moments go");
        }
        var atEnd = LiveTensors.Count();
        Assert.Equal(atStart + LiveTensors.MiscountOfOneNetwork(), atEnd);
    }

    public void Dispose() => small.Dispose();
}
