using Microsoft.ML.OnnxRuntime;
using Notable.Imaging;
using Notable.Learning.Graphs;
using Notable.Learning.Tests.Train;
using Notable.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Export;

/// <summary>Networks with a head or a body of their own are exported as they are trained, or refused with the layer's name.</summary>
[Collection(nameof(SmallTraining))]
public sealed class OwnNetworksExportTests : IDisposable
{
    // Batch norms that have seen four batches let small numbers grow large.
    private const double Most = 5e-3;
    private readonly SmallTraining small = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        folder.Dispose();
        small.Dispose();
    }

    [Fact]
    public void A_head_of_common_layers_needs_nothing() => ExportAndCompare(Architectures.SqueezeNet11 with
    {
        Head = (features, classes) => nn.Sequential(
            nn.Conv2d(features, 16, 3, padding: 1), nn.BatchNorm2d(16), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(), nn.Linear(16, classes)),
    });

    [Fact]
    public void A_body_that_ends_earlier_needs_nothing() => ExportAndCompare(Architectures.ResNet18 with { CutAt = "layer3", SplitAt = "layer2", Features = 128 });

    [Fact]
    public void A_body_of_its_own_describes_its_layers() => ExportAndCompare(new("tiny", 8, "end", "last", () => new Tiny(isDescribed: true)));

    [Fact]
    public void A_body_that_does_not_is_refused_by_the_name_of_its_layer()
    {
        using var learn = small.Learner(architecture: new("tiny", 8, "end", "last", () => new Tiny(isDescribed: false)));
        var refused = Assert.Throws<TrainingException>(() => learn.Export(folder["own.onnx"]));
        Assert.Contains("'body.first' is a Step", refused.Message);
        Assert.Contains(nameof(IGraphLayers), refused.Message);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_layer_that_is_not_described_is_refused()
    {
        using var learn = small.Learner(architecture: Architectures.SqueezeNet11 with
        {
            Head = (features, classes) => nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(features, classes), nn.Tanh()),
        });
        Assert.Contains("'head.3' is a Tanh", Assert.Throws<TrainingException>(() => learn.Export(folder["own.onnx"])).Message);
    }

    [Fact]
    public void A_convolution_that_is_no_square_is_refused()
    {
        using var learn = small.Learner(architecture: Architectures.SqueezeNet11 with
        {
            Head = (features, classes) => nn.Sequential(nn.Conv2d(features, 4, 3, dilation: 2, padding: 2), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, classes)),
        });
        Assert.Contains("'head.0' is a Conv2d", Assert.Throws<TrainingException>(() => learn.Export(folder["own.onnx"])).Message);
    }

    private void ExportAndCompare(Architecture architecture)
    {
        using var learn = small.Learner(architecture: architecture);
        // A step, so that batch norms have statistics.
        learn.FitOneCycle(1, cancellation: TestContext.Current.CancellationToken);
        learn.Export(folder["own.onnx"]);
        using var session = new InferenceSession(folder["own.onnx"]);
        foreach (var file in small.Data.Valid.Items)
        {
            // As large as the network sees them: no resize hides a difference.
            var picture = learn.DataLoaders.InferenceTransform.Resize.Apply(Picture.Open(file, learn.DataLoaders.InferenceTransform.Decode));
            using var input = OrtValue.CreateTensorValueFromMemory(picture.Pixels.ToArray(), [picture.Height, picture.Width, 3]);
            using var options = new RunOptions();
            using var outputs = session.Run(options, [OnnxExport.Image], [input], [OnnxExport.Probabilities]);
            var expected = learn.Predict(picture).Probabilities.Values.Select(p => (float)p);
            Assert.Equal(expected, outputs[0].GetTensorDataAsSpan<float>().ToArray(), (a, b) => Math.Abs(a - b) < Most);
        }
    }

    /// <summary>A network that is not the library's: two steps, and an end that is cut off.</summary>
    private sealed class Tiny : nn.Module<Tensor, Tensor>
    {
        public Tiny(bool isDescribed) : base(nameof(Tiny))
        {
            register_module("first", isDescribed ? new DescribedStep(3, 4) : new Step(3, 4));
            register_module("last", isDescribed ? new DescribedStep(4, 8) : new Step(4, 8));
            register_module("end", nn.Flatten());
        }

        public override Tensor forward(Tensor x) => throw new NotSupportedException("only its parts are used");
    }

    private class Step : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> conv, norm;

        public Step(int inputs, int outputs) : base(nameof(Step))
        {
            (Inputs, Outputs) = (inputs, outputs);
            (conv, norm) = (nn.Conv2d(inputs, outputs, 3, stride: 2, padding: 1, bias: false), nn.BatchNorm2d(outputs));
            RegisterComponents();
        }

        protected int Inputs { get; }

        protected int Outputs { get; }

        public override Tensor forward(Tensor x) => nn.functional.relu(norm.call(conv.call(x)));
    }

    private sealed class DescribedStep(int inputs, int outputs) : Step(inputs, outputs), IGraphLayers
    {
        public string AddTo(LayerGraph graph, string name, string input) => graph.Relu(graph.Convolution(
            input, $"{name}conv", Inputs, Outputs, kernel: 3, stride: 2, padding: 1, norm: $"{name}norm"));
    }
}
