using Notable.Imaging;
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
        TellApart(network);
        // Resized after the batch's transforms, once to less than half.
        foreach (var (squared, grid) in (ReadOnlySpan<(int, int?)>)[(96, null), (96, 80), (250, 100)])
        {
            var transform = new InferenceTransform(DecodeOptions.Default, new(ResizeMethod.Squish, squared, squared), grid, Normalize.ImageNet);
            var predictor = Predictors.Of(network, new ModelCard(name, ["a", "b", "c"], transform, null, "0.2.0"));
            // Noise, and none: an untrained network tells hardly anything else apart.
            Picture[] pictures = [TestPictures.Noise(1, 200, 120), new(90, 150, new byte[90 * 150 * 3])];
            var expected = Evaluation.Probabilities(network, transform.Apply(pictures), torch.CPU);
            Assert.NotEqual(expected[0], expected[1], (a, b) => Math.Abs(a - b) < 1e-2);
            foreach (var (row, found) in expected.Zip(predictor.Probabilities(pictures)))
                Assert.Equal(row, found, (a, b) => Math.Abs(a - b) < 1e-3);
        }
    }

    [Fact]
    public void The_shipped_model_gives_the_same_probabilities_for_every_photo()
    {
        var photos = ImageFiles.In(Repository.Shared("data", "bills"));
        var path = Repository.Path("notebooks", "models", "bills.safetensors");
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

    /// <summary>
    /// Untrained, networks without residuals answer nearly the same to anything: the last layer is stretched until noise and black are told
    /// apart, which stretches every difference between the two ways of computing as well.
    /// </summary>
    private static void TellApart(VisionModel network)
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(6);
        var logits = network.call(torch.cat([torch.randn(1, 3, 96, 96), torch.full(1, 3, 96, 96, -2)]));
        var apart = (logits[0] - logits[1]).abs().max().item<float>();
        var last = network.state_dict()["head.8.weight"];
        using TorchSharp.Scalar stretch = Math.Max(1, 3 / apart);
        last.mul_(stretch);
    }

    /// <summary>Batch norms that are no identity, so that one folded wrongly shows; their statistics fit the network, so that no value vanishes.</summary>
    private static void Disturb(VisionModel network)
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
