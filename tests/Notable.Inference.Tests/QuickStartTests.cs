using Notable.Imaging;
using Notable.Learning;
using Notable.Learning.Graphs;
using Onnx;

namespace Notable.Inference.Tests;

/// <summary>A session that starts at once uses the weights where they lie, and answers as the other does.</summary>
public sealed class QuickStartTests
{
    [Fact]
    public void It_gives_the_same_probabilities()
    {
        var (quick, usual) = (Start(SessionTuning.QuickStart), Start(SessionTuning.Throughput));
        foreach (var picture in Shipped.Drawn())
            Assert.Equal(Shipped.Row(usual.Predict(picture)), Shipped.Row(quick.Predict(picture)), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void It_answers_after_the_garbage_collector_has_run()
    {
        var quick = Start(SessionTuning.QuickStart);
        var picture = Shipped.Drawn()[0];
        var before = Shipped.Row(quick.Predict(picture));
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            GC.WaitForPendingFinalizers();
            _ = new byte[50_000_000].AsSpan().IndexOf((byte)1);
        }
        Assert.Equal(before, Shipped.Row(quick.Predict(picture)));
    }

    [Fact]
    public void Weights_that_an_optimization_computes_with_are_copied_instead()
    {
        // A batch norm right behind a convolution is folded by ONNX Runtime, which has to read the kernels for it.
        float[][] answers = [.. new[] { SessionTuning.QuickStart, SessionTuning.Throughput }.Select(tuning => new NetworkSession(WithNorm(), 8, tuning).Logits(Pixels(), 1)[0])];
        Assert.NotEqual(answers[0][0], answers[0][1]);
        Assert.Equal(answers[1], answers[0], (a, b) => Math.Abs(a - b) < 1e-4);
    }

    // In float32: only sessions for many pictures use integers.
    private static Predictor Start(SessionTuning tuning)
    {
        var network = ModelFile.Open(Shipped.Path).Network();
        return Predictor.Start(network with { Card = network.Card with { Quantization = null } }, tuning);
    }

    private static byte[] Pixels() => [.. Enumerable.Range(0, 8 * 8 * 3).Select(i => (byte)(i * 7))];

    /// <summary>3 x 3 convolution to 256 channels (6,912 weights), a batch norm, the mean of each channel.</summary>
    private static NetworkModel WithNorm()
    {
        const int channels = 256;
        var nodes = new OnnxGraphBuilder();
        var pixels = nodes.Input(NetworkGraph.Pixels, TensorProto.Types.DataType.Uint8, "n", 8, 8, 3);
        var random = new Random(3);
        string Weights(params long[] shape)
        {
            var values = GC.AllocateUninitializedArray<float>((int)shape.Aggregate(1L, (a, b) => a * b), pinned: true);
            for (var i = 0; i < values.Length; i++)
                values[i] = random.NextSingle() + 0.1f;
            return nodes.Constant(values, shape);
        }
        var convolved = nodes.Add("Conv", [NetworkGraph.ToChannels(nodes, pixels), Weights(channels, 3, 3, 3)], ("kernel_shape", new long[] { 3, 3 }));
        var normed = nodes.Add("BatchNormalization", [convolved, Weights(channels), Weights(channels), Weights(channels), Weights(channels)]);
        var means = nodes.Add("Flatten", [nodes.Add("GlobalAveragePool", [normed])], ("axis", 1));
        nodes.Output(NetworkGraph.Logits, means, "n", channels);
        return new(nodes.Build([]), nodes.Weights);
    }
}
