using Notable.Learning.Files;
using Notable.Learning.Tests.Train;
using Notable.Testing;

namespace Notable.Learning.Tests.Weights;

[Collection(nameof(SmallTraining))]
public sealed class OtherArchitecturesAreRecognized : IDisposable
{
    private readonly SmallTraining small = new();

    public void Dispose() => small.Dispose();

    [Fact]
    public void By_their_tensors_where_a_file_fits_another_network()
    {
        using var folder = new TemporaryFolder();
        using (var learn = small.Quick())
            learn.Export(folder["model.safetensors"]);

        var error = Assert.Throws<WeightsFileException>(() => VisionLearner.Create(small.Data, Architectures.ResNet18, weights: folder["model.safetensors"], cancellation: TestContext.Current.CancellationToken));

        Assert.Contains("the weights of a squeezenet1_1", error.Message);
        Assert.Contains("those of a resnet18", error.Message);
    }
}
