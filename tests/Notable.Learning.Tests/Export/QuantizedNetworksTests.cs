using System.Numerics.Tensors;
using Notable.Imaging;
using Notable.Learning.Files;
using Notable.Learning.Graphs;
using Notable.Learning.Tests.Data;
using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Export;

/// <summary>Every architecture can be computed with integers, and an exported model has what they need.</summary>
public sealed class QuantizedNetworksTests
{
    private const double Least = 0.85;

    [Theory]
    [MemberData(nameof(SameAsLibtorchTests.Names), MemberType = typeof(SameAsLibtorchTests))]
    public void Every_architecture_gives_nearly_the_same_features(string name)
    {
        Assert.SkipUnless(QuantizedSession.IsExact, "this processor has neither AVX-VNNI nor AVX512-VNNI");
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(5);
        using var model = new VisionModel(Architectures.Find(name), 3);
        SameAsLibtorchTests.Disturb(model);
        model.eval();
        const int side = 96;
        var transform = new InferenceTransform(DecodeOptions.Default, new(ResizeMethod.Squish, side, side), null, Normalize.ImageNet);
        var network = ModelNetwork.Of(new(name, ["a", "b", "c"], transform, null, "0.2.0"), new TensorFile(ModelState.Store(model)), name);
        Picture[] pictures = [TestPictures.Noise(1, 200, 120), TestPictures.Noise(2, 90, 90), new(90, 150, new byte[90 * 150 * 3])];
        // An untrained network is sure of nothing, so the ranges are taken whatever they are worth.
        var ranges = QuantizationMeasurement.Of(network, pictures, picture => picture);
        Assert.NotNull(ranges);
        var (exact, quantized) = (new NetworkSession(network.Graph, side), new NetworkSession(QuantizedGraph.Of(network.Graph, ranges), side));
        var differ = false;
        foreach (var picture in pictures)
        {
            var pixels = transform.Resize.Apply(picture).Pixels.ToArray();
            var (expected, found) = (exact.Features(pixels).Values, quantized.Features(pixels).Values);
            differ |= !expected.SequenceEqual(found);
            // Single numbers of a network with random weights differ much, the directions of all of them together do not.
            Assert.InRange(TensorPrimitives.CosineSimilarity<float>(expected, found), Least, 1.001);
        }
        Assert.True(differ);
    }
}
