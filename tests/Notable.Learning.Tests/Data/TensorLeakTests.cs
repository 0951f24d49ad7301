using Notable.Learning.Tests.Acceleration;
using Notable.Testing;
using Notable.Learning.Acceleration;

namespace Notable.Learning.Tests.Data;

/// <summary>Counts all live tensors of the process: other tests must not run beside it.</summary>
[Collection(nameof(TensorLeakTests))]
[CollectionDefinition(nameof(TensorLeakTests), DisableParallelization = true)]
public class TensorLeakTests
{
    [Fact]
    public void No_tensor_is_left_after_whole_and_broken_off_epochs()
    {
        using var folder = new TemporaryFolder();
        var dls = TestPictures.Augmented.Load(TestPictures.Write(folder.Path, 10, "a", "b"), bs: 4);
        var before = LiveTensors.Count();
        for (var epoch = 0; epoch < 2; epoch++)
            foreach (var loader in (DataLoader[])[dls.Train, dls.Valid])
                foreach (var batch in loader.Batches(new SeededRandom(epoch), TestContext.Current.CancellationToken))
                    batch.Dispose();
        foreach (var batch in dls.Train.Batches(new SeededRandom(9), TestContext.Current.CancellationToken))
        {
            batch.Dispose();
            break;
        }
        using (dls.InferenceTransform.Apply(dls.Valid.Picture(0)))
            Assert.Equal(before + 1, LiveTensors.Count());
        Assert.Equal(before, LiveTensors.Count());
    }
}
