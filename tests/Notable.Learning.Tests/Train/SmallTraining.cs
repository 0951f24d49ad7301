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

    /// <summary>From random weights; SqueezeNet has a tenth of ResNet18's parameters, and takes a tenth of its time.</summary>
    public Learner Learner(int seed = 42, Precision? precision = Precision.Float32, Architecture? architecture = null, IReadOnlyList<Metric>? metrics = null) =>
        VisionLearner.Create(Data, architecture ?? Architectures.ResNet18, metrics, PretrainedWeights.None, precision: precision, seed: seed);

    /// <summary>A learner whose steps take little time, for what any network shows.</summary>
    /// <param name="metrics">Measured beside the error rate.</param>
    public Learner Quick(params IReadOnlyList<Metric> metrics) => Learner(architecture: Architectures.SqueezeNet11, metrics: [Metrics.ErrorRate, .. metrics]);

    public static float[] Values(Learner learn, string name) => learn.Model.state_dict()[name].data<float>().ToArray();

    public void Dispose() => folder.Dispose();
}
