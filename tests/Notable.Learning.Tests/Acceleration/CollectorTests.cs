using Notable.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Acceleration;

/// <summary>
/// TorchSharp hands numbers to libtorch as objects that the garbage collector may free while libtorch reads them. Where we compute, it cannot.
/// </summary>
[Collection(nameof(Train.SmallTraining))]
public sealed class CollectorTests(Train.SmallTraining training) : TensorTest, IClassFixture<Train.SmallTraining>
{
    [Fact]
    public void Training_survives_a_collector_that_never_rests()
    {
        using var learn = training.Learner();
        var done = false;
        var collector = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                GC.Collect(0);
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        try
        {
            learn.FitOneCycle(LongTests.AreOn ? 8 : 3, cancellation: TestContext.Current.CancellationToken);
        }
        finally
        {
            Volatile.Write(ref done, true);
            collector.Join();
        }
        Assert.All(learn.Recorder.Epochs, epoch => Assert.True(double.IsFinite(epoch.TrainLoss)));
    }
}
