using Notable.Imaging;
using Notable.Learning;
using Notable.Learning.Files;
using Notable.Learning.Graphs;
using Notable.Testing;
using Onnx;

namespace Notable.Inference.Tests;

/// <summary>8-bit integers give the answers of float32 where they are trusted, and float32 gives the others.</summary>
public sealed class QuantizationTests
{
    private const string NoInstructions = "this processor has neither AVX-VNNI nor AVX512-VNNI, so everything is computed in float32";

    [Fact]
    public void Photos_get_the_answers_of_float32()
    {
        Assert.SkipUnless(QuantizedSession.IsExact, NoInstructions);
        using var folder = new TemporaryFolder();
        var exact = WithoutIntegers(folder);
        var (network, photos) = (ModelFile.Open(Shipped.Path).Network(), Shipped.Photos());
        var shipped = With(network, network.Card.Quantization);
        var (integers, differ, largest) = (0, 0, 0.0);
        foreach (var photo in photos)
        {
            var picture = Picture.Open(photo, network.Card.Transform.Decode);
            var (expected, found) = (exact.Predict(picture), shipped.Predict(picture));
            integers += Shipped.Row(found).Max() >= network.Card.Quantization!.TrustedFrom && !Shipped.Row(expected).SequenceEqual(Shipped.Row(found)) ? 1 : 0;
            differ += expected.Answer == found.Answer ? 0 : 1;
            largest = Math.Max(largest, Shipped.Row(expected).Zip(Shipped.Row(found), (a, b) => Math.Abs(a - b)).Max());
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{photos.Count} photos: {integers} by integers, {differ} answers differ, largest difference {largest:0.0000}");
        Assert.Equal(0, differ);
        Assert.InRange(largest, 0, 0.005);
        Assert.InRange(integers, photos.Count / 4, photos.Count);
    }

    [Fact]
    public void An_answer_that_is_not_trusted_is_that_of_float32()
    {
        Assert.SkipUnless(QuantizedSession.IsExact, NoInstructions);
        using var folder = new TemporaryFolder();
        var (exact, network) = (WithoutIntegers(folder), ModelFile.Open(Shipped.Path).Network());
        var (never, always) = (With(network, network.Card.Quantization! with { TrustedFrom = 1 }), With(network, network.Card.Quantization! with { TrustedFrom = 0 }));
        foreach (var picture in Shipped.Drawn())
            Assert.Equal(Shipped.Row(exact.Predict(picture)), Shipped.Row(never.Predict(picture)));
        var trusting = always.With(network.Card.Calibration! with { AsksTwiceBelow = 0 });
        Assert.Contains(Shipped.Drawn(), picture => !Shipped.Row(exact.Predict(picture)).SequenceEqual(Shipped.Row(trusting.Predict(picture))));
    }

    [Fact]
    public void A_bias_survives_weights_of_zero_and_tiny_weights()
    {
        // 0 * x + 0.7 and 1e-12 * x - 0.3, where the scale of the weights alone could not express the bias.
        var nodes = new OnnxGraphBuilder();
        var pixels = nodes.Input(NetworkGraph.Pixels, TensorProto.Types.DataType.Uint8, "n", 2, 2, 3);
        var squares = NetworkGraph.ToChannels(nodes, pixels);
        var convolved = nodes.Add("Conv", [squares, nodes.Constant([0, 0, 0, 1e-12f, 0, 0], 2, 3, 1, 1), nodes.Constant([0.7f, -0.3f], 2)],
            ("kernel_shape", new long[] { 1, 1 }));
        var sum = nodes.Add("Add", [convolved, convolved]);
        nodes.Output(NetworkGraph.Logits, nodes.Add("ReduceMean", [sum, nodes.Constant([2L, 3L])], ("keepdims", 0)), "n", 2);
        nodes.Output(NetworkGraph.Features, squares, "n", 3, 2, 2);
        var network = new NetworkModel(nodes.Build([]), nodes.Weights);
        Assert.Equal(2, QuantizedGraph.ValuesOf(network.Graph.Graph).Count);
        var quantized = new NetworkSession(QuantizedGraph.Of(network, new(0, [0, -1], [255, 1])), 2);
        Assert.Equal([1.4f, -0.6f], quantized.Logits([.. Enumerable.Repeat((byte)100, 12)], 1)[0], (a, b) => Math.Abs(a - b) < 0.01);
    }

    [Fact]
    public void An_older_file_is_prepared_with_pictures_and_stays_as_it_is_without()
    {
        Assert.SkipUnless(QuantizedSession.IsExact, NoInstructions);
        using var folder = new TemporaryFolder();
        WithoutIntegers(folder);
        var (path, text) = (folder["exact.safetensors"], folder["no picture.jpg"]);
        File.WriteAllText(text, "nothing");
        var before = File.ReadAllBytes(path);
        Assert.False(ModelQuantization.Prepare(path, [text]));
        Assert.Equal(before, File.ReadAllBytes(path));
        string[] pictures = [text, .. Shipped.Drawn().Select((picture, i) =>
        {
            picture.Save(folder[$"{i}.png"]);
            return folder[$"{i}.png"];
        })];
        Assert.True(ModelQuantization.Prepare(path, pictures));
        var (prepared, original) = (ModelFile.Open(path).Network().Card, ModelFile.Open(Shipped.Path).Network().Card);
        Assert.Equal(original.Quantization!.Lows.Count, prepared.Quantization!.Lows.Count);
        Assert.Equal(original.Training, prepared.Training);
        Assert.Equal(original.License, prepared.License);
    }

    [Fact]
    public void Pictures_are_taken_from_all_over_a_list()
    {
        static int[] Sample(int[] items)
        {
            List<int> opened = [];
            Assert.Equal(Math.Min(64, items.Length), QuantizationMeasurement.Sample(items, item =>
            {
                opened.Add(item);
                return new Picture(1, 1, new byte[3]);
            }).Count());
            return [.. opened];
        }

        Assert.Equal([1, 2, 3], Sample([1, 2, 3]));
        var sample = Sample([.. Enumerable.Range(0, 1000)]);
        Assert.Equal((64, 0, 984), (sample.Length, sample[0], sample[^1]));
    }

    // Without a measurement, which other tests could disturb.
    private static Predictor With(ModelNetwork network, Quantization? quantization) =>
        Predictor.Start(network with { Card = network.Card with { Quantization = quantization } }, measures: false);

    private static Predictor WithoutIntegers(TemporaryFolder folder)
    {
        ModelFile.Open(Shipped.Path).Write(folder["exact.safetensors"], quantization: null);
        return Predictor.Load(folder["exact.safetensors"]);
    }
}
