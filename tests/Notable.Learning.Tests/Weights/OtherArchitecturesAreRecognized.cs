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

    [Theory]
    [InlineData("resnet20", "resnet18")]
    [InlineData("resnet34", "resnet20")]
    [InlineData("resnet34", "resnet18")]
    public void By_the_blocks_that_a_smaller_network_would_leave_out(string stored, string wanted)
    {
        using var model = new VisionModel(Architectures.Find(stored), 2);
        using var other = new VisionModel(Architectures.Find(wanted), 2);
        var file = new TensorFile(ModelState.Store(model.Body));

        var error = Assert.Throws<WeightsFileException>(() => ModelState.LoadBody(other, file, "weights.pth"));

        Assert.Contains($"the weights of a {stored}", error.Message);
        ModelState.LoadBody(model, file, "weights.pth");
    }
}
