using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Notable.Learning.Files;
using Notable.Learning.Tests.Golden;
using Onnx;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Weights;

public class OnnxResNet18Tests
{
    private const int Side = 224;

    [Theory]
    [InlineData("resnet18")]
    [InlineData("resnet20")]
    public async Task The_names_and_shapes_are_those_of_the_body(string name)
    {
        using var scope = NewDisposeScope();
        var converted = await ResNetOnnx.ConvertedAsync(name);
        using var body = Architectures.Find(name).CreateBody();

        Assert.Equal(Describe(body.state_dict().Select(entry => (entry.Key, entry.Value.shape))),
            Describe(converted.Tensors.Values.Select(stored => (stored.Name, stored.Shape))));

        static string[] Describe(IEnumerable<(string Name, long[] Shape)> tensors)
            => [.. tensors.Select(tensor => $"{tensor.Name} [{string.Join(", ", tensor.Shape)}]").Order()];
    }

    /// <summary>
    /// The features of two pictures by our networks and by ONNX Runtime from the package's own graph, for ResNet18 up to the end of its
    /// second-last block, whose means are ImageNet's here. The graph pads above and on the left only where it halves an even side, torchvision on all sides,
    /// of which it never reaches the others: both see the same. Tolerance 1e-4 of the largest feature.
    /// </summary>
    [Theory]
    [InlineData("resnet18", "ReLU379_Output_0")]
    [InlineData("resnet20", "ReLU393_Output_0")]
    public async Task The_converted_network_computes_what_the_packaged_graph_does(string name, string output)
    {
        var path = await ResNetOnnx.PathAsync();
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var model = new VisionModel(Architectures.Find(name), 2);
        ModelState.LoadBody(model, await ResNetOnnx.ConvertedAsync(name), "imagenet");
        model.eval();
        var pictures = GoldenModel.Uniform(91, [2, 3, Side, Side], -2, 2);
        // Smooth pictures as well as noise: neighbors agree.
        pictures[1] = nn.functional.avg_pool2d(pictures.narrow(0, 1, 1), 15, stride: 1, padding: 7)[0] * 10;

        var ours = model.Features(pictures).mean([2, 3]);

        using var session = new InferenceSession(UpTo(path, output));
        for (var i = 0; i < 2; i++)
        {
            var theirs = Run(session, pictures.narrow(0, i, 1)).mean([2, 3])[0];
            var largest = theirs.max().item<float>();
            Assert.True(largest > 0.5, $"the largest feature is {largest}");
            var difference = (ours[i] - theirs).abs().max().item<float>();
            Assert.True(difference < 1e-4 * largest, $"the features of picture {i} differ by {difference}, of {largest}");
        }
    }

    [Fact]
    public async Task Another_network_is_refused()
    {
        var path = await ResNetOnnx.PathAsync();
        var parsed = ModelProto.Parser.ParseFrom(File.ReadAllBytes(path));
        Assert.Contains("21 convolutions; expected 22", Refused(model => model.Graph.Node.Remove(Convolution(model, 3))));
        Assert.Contains("conv1.weight of shape [64, 3, 49]; expected [64, 3, 7, 7]", Refused(model => Shape(Weight(model, 0), [64, 3, 49])));
        Assert.Contains("no initializer", Refused(model => Convolution(model, 0).Input[1] = "nothing"));
        Assert.Contains("the convolution of layer1.0.conv1 with 2 inputs and no batch norm", Refused(model => Convolution(model, 1).Output[0] = "nowhere"));
        Assert.Contains("another epsilon in the batch norm bn1", Refused(model =>
            model.Graph.Node.First(node => node.OpType == "BatchNormalization").Attribute.First(one => one.Name == "epsilon").F = 0.1f));
        Assert.Contains("numbers in conv1.weight that are not finite", Refused(model => Weight(model, 0).FloatData[5] = float.NaN));

        string Refused(Action<ModelProto> change)
        {
            var changed = parsed.Clone();
            change(changed);
            return OnnxFile.Refusal(changed, OnnxResNet18.Convert);
        }
    }

    private static NodeProto Convolution(ModelProto model, int index) => model.Graph.Node.Where(node => node.OpType == "Conv").ElementAt(index);

    private static TensorProto Weight(ModelProto model, int index) => model.Graph.Initializer.First(one => one.Name == Convolution(model, index).Input[1]);

    private static void Shape(TensorProto tensor, long[] shape)
    {
        tensor.Dims.Clear();
        tensor.Dims.AddRange(shape);
    }

    /// <summary>The model with another output.</summary>
    private static byte[] UpTo(string path, string output)
    {
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(path));
        model.Graph.Output[0].Name = output;
        model.Graph.Output[0].Type.TensorType.Shape = null;
        return model.ToByteArray();
    }

    /// <summary>What the graph makes of one normalized picture, given to it in its own units: blue, green, red, times 255.</summary>
    private static torch.Tensor Run(InferenceSession session, torch.Tensor picture)
    {
        var deviations = torch.tensor((float[])[.. Normalize.ImageNet.Std]).view(1, 3, 1, 1);
        var input = (picture * deviations * 255).flip(1).contiguous().data<float>().ToArray();
        using var results = session.Run([NamedOnnxValue.CreateFromTensor("Input247", new DenseTensor<float>(input, [1, 3, Side, Side]))]);
        var result = results[0].AsTensor<float>();
        return torch.tensor(result.ToArray(), [.. result.Dimensions.ToArray().Select(size => (long)size)]);
    }
}
