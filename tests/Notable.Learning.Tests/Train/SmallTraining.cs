using Notable.Learning.Tests.Data;
using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Train;

/// <summary>
/// Trainings too small to learn anything but quick to run. They share libtorch's random numbers and its count of live tensors with
/// the whole process, so they run alone.
/// </summary>
[CollectionDefinition(nameof(SmallTraining), DisableParallelization = true)]
public sealed class SmallTraining : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Ten pictures of noise in each of two classes, 32 px, four a batch: four batches an epoch.</summary>
    public SmallTraining() => Data = new DataBlock { ItemTransforms = [new RandomResizedCrop(32)], BatchTransforms = AugTransforms.Default() }
        .DataLoaders(TestPictures.Write(folder.Path, 10, "a", "b"), bs: 4);

    public DataLoaders Data { get; }

    public Learner Learner(int seed = 42, Precision? precision = Precision.Float32) =>
        VisionLearner.Create(Data, Architectures.ResNet18, weights: PretrainedWeights.None, precision: precision, seed: seed);

    public static float[] Values(Learner learn, string name) => learn.Model.state_dict()[name].data<float>().ToArray();

    public void Dispose() => folder.Dispose();
}
