using Notable.Imaging;
using Notable.Learning.Files;
using Notable.Learning.Tests.Data;
using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Export;

/// <summary>ONNX Runtime and libtorch give the same probabilities for the same weights.</summary>
public sealed class SameAsLibtorchTests
{
    private const double Most = 0.005;

    public static TheoryData<string> Names => [.. Architectures.All.Select(architecture => architecture.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_architecture_gives_the_same_features_and_probabilities(string name)
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(5);
        using var network = new VisionModel(Architectures.Find(name), 3);
        Disturb(network);
        network.eval();
        // Resized after the batch's transforms, once to less than half.
        foreach (var (squared, grid) in (ReadOnlySpan<(int, int?)>)[(96, null), (96, 80), (250, 100)])
        {
            var transform = new InferenceTransform(DecodeOptions.Default, new(ResizeMethod.Squish, squared, squared), grid, Normalize.ImageNet);
            var predictor = Predictors.Of(network, new ModelCard(name, ["a", "b", "c"], transform, null, "0.2.0"));
            // Noise, and none: an untrained network tells hardly anything else apart.
            Picture[] pictures = [TestPictures.Noise(1, 200, 120), new(90, 150, new byte[90 * 150 * 3])];
            var expected = Evaluation.Probabilities(network, transform.Apply(pictures), torch.CPU);
            // Untrained, the networks without residuals answer the same to any noise on some processors.
            if (name.StartsWith("resnet", StringComparison.Ordinal))
                Assert.NotEqual(expected[0], expected[1], (a, b) => Math.Abs(a - b) < 1e-2);
            foreach (var (row, found) in expected.Zip(predictor.Probabilities(pictures)))
                Assert.Equal(row, found, (a, b) => Math.Abs(a - b) < 1e-3);
        }
    }

    [Theory]
    [InlineData("mobilenet_v2")]
    [InlineData("squeezenet1_1")]
    public void A_trained_body_tells_pictures_apart_and_gives_the_same_probabilities(string name)
    {
        var file = Path.Combine(Repository.Shared("weights"), $"{name}.safetensors");
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(5);
        using var network = new VisionModel(Architectures.Find(name), 3);
        ModelState.LoadBody(network, Safetensors.Read(file), file);
        // A head of random numbers is sure of anything: its last layer is made small enough that no probability is 0 or 1.
        using (torch.no_grad())
        using (TorchSharp.Scalar small = 0.1)
            network.state_dict()["head.8.weight"].mul_(small);
        network.eval();
        var transform = new InferenceTransform(DecodeOptions.Default, new(ResizeMethod.Squish, 96, 96), null, Normalize.ImageNet);
        var predictor = Predictors.Of(network, new ModelCard(name, ["a", "b", "c"], transform, null, "0.2.0"));
        Picture[] pictures = [TestPictures.Noise(1, 200, 120), new(90, 150, new byte[90 * 150 * 3]), new(120, 80, [.. Enumerable.Range(0, 120 * 80 * 3).Select(i => (byte)(i / 3 % 120 * 2))])];
        var expected = Evaluation.Probabilities(network, transform.Apply(pictures), torch.CPU);
        Assert.NotEqual(expected[0], expected[1], (a, b) => Math.Abs(a - b) < 1e-2);
        Assert.NotEqual(expected[0], expected[2], (a, b) => Math.Abs(a - b) < 1e-2);
        foreach (var (row, found) in expected.Zip(predictor.Probabilities(pictures)))
            Assert.Equal(row, found, (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Theory]
    [InlineData("bills.safetensors")]
    [InlineData("bills-free.safetensors")]
    public void A_shipped_model_gives_the_same_probabilities_for_photos(string file)
    {
        var photos = LongTests.Sample(ImageFiles.In(Repository.Shared("data", "bills")), count: 24);
        var path = Repository.Path("notebooks", "models", file);
        var predictor = Predictor.Load(path);
        using var network = ShippedNetwork.Load(path, predictor.Card);
        var largest = 0.0;
        foreach (var photo in photos)
        {
            using var scope = torch.NewDisposeScope();
            var picture = Picture.Open(photo, predictor.Card.Transform.Decode);
            IReadOnlyList<Picture> parts = predictor.Card.Transform.Views.Of(picture);
            var expected = Evaluation.Probabilities(network, predictor.Card.Transform.Apply(parts), torch.CPU);
            foreach (var (row, found) in expected.Zip(predictor.Probabilities(parts)))
                largest = Math.Max(largest, row.Zip(found, (a, b) => Math.Abs(a - b)).Max());
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"largest difference of {photos.Count} photos: {largest}");
        Assert.InRange(largest, 0, Most);
    }

    /// <summary>Batch norms that are no identity, so that one folded wrongly shows; their statistics fit the network, so that no value vanishes.</summary>
    internal static void Disturb(VisionModel network)
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        foreach (var (name, tensor) in network.state_dict().Where(entry => entry.Value.dim() == 1))
            if (name.EndsWith(".weight", StringComparison.Ordinal))
                tensor.uniform_(0.8, 1.2);
            else if (name.EndsWith(".bias", StringComparison.Ordinal))
                tensor.uniform_(-0.2, 0.2);
        network.train();
        for (var pass = 0; pass < 20; pass++)
            network.call(torch.randn(4, 3, 64, 64)).Dispose();
    }
}
