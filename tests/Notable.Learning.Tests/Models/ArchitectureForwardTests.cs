using Notable.Learning.Tests.Acceleration;
using Notable.Learning.Tests.Golden;
using System.Security.Cryptography;
using System.Text;
using Notable.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Models;

/// <summary>
/// Every architecture against torchvision 0.14.1 (torch 1.13.1, CPU, one thread): names and shapes of all tensors, and the logits of two
/// 64 px pictures U(77, [2, 3, 64, 64], -2, 2) in evaluation mode with weights by formula. Tensor i of the state dict is U(1000 + i):
/// within +-sqrt(6 / fan in) where it has dimensions, 0.5 to 1.5 for a batch-norm's weights and variances (and no other vector is named
/// so), +-0.1 else. Tolerance 2e-4 of the logits' mean magnitude.
/// </summary>
public class ArchitectureForwardTests
{
    private sealed record Reference(int Tensors, long Parameters, string Names, double Mean, double Magnitude, double[] First);

    private static readonly Dictionary<string, Reference> Torchvision = new()
    {
        ["resnet18"] = new(122, 11689512, "f77af260c2dbd0eccca06d4d95e026ff44f80b75b346f2d34d66779b98a412f3", -2.602034, 48.91348,
            [45.44407, -5.549457, -39.49116, -93.97176, 72.74895, 19.20392, -49.42328, -101.4308]),
        ["resnet34"] = new(218, 21797672, "711a38316e70a2c9691d1bc8e3d2d13fd604988f47141a7ecae05c014df88390", 56.92276, 1783.57,
            [4273.107, -1128.972, -1693.455, 508.9019, 4314.069, -1072.299, -1822.789, 453.1884]),
        ["resnet50"] = new(320, 25557032, "a9e37deb781a9d89ad940f44b26b352088f9b802a6f1a949cd26813f28975b75", -183.7648, 5369.487,
            [2626.484, -9590.743, -3676.159, -744.075, 2497.136, -9154.874, -3817.504, -464.3223]),
        ["mobilenet_v2"] = new(314, 3504872, "fbbd7a5246d03de843a79ebfa7378e29e960a086e7f0398e83d6632833b71f1b", 0.04232654, 2.438479,
            [0.4403704, 4.329216, 2.245548, 0.1357713, -1.226871, 4.698857, 4.560054, 1.010286]),
        ["squeezenet1_1"] = new(52, 1235496, "a43d1bfcc88178de8345aca7f601686dc2cf217cc63e92f3b0ca4b53ca551a81", 1.398408, 1.398408,
            [1.425864, 1.52093, 7.089123, 1.096174, 1.663637, 1.890029, 6.506354, 1.395033]),
    };

    public static TheoryData<string> Names => [.. Architectures.All.Select(architecture => architecture.Name)];

    public static TheoryData<string> Torchvisions => [.. Torchvision.Keys];

    [Theory]
    [MemberData(nameof(Torchvisions))]
    public void Computes_what_torchvisions_computes(string name)
    {
        var expected = Torchvision[name];
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var network = Architectures.Find(name).Create();
        var state = network.InPyTorchsOrder().ToDictionary();
        Assert.Equal(expected.Tensors, state.Count);
        Assert.Equal(expected.Parameters, network.parameters().Sum(parameter => parameter.numel()));
        var text = string.Join('\n', state.Select(entry => $"{entry.Key} {string.Join('x', entry.Value.shape)}"));
        Assert.Equal(expected.Names, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

        Fill(state);
        network.eval();
        var logits = network.call(GoldenModel.Uniform(77, [2, 3, 64, 64], -2, 2));
        Assert.Equal([2, 1000], logits.shape);
        var tolerance = 2e-4 * expected.Magnitude;
        Assert.Equal(expected.Mean, logits.mean().item<float>(), tolerance);
        Assert.Equal(expected.Magnitude, logits.abs().mean().item<float>(), tolerance);
        var first = logits.narrow(1, 0, 4).contiguous().data<float>().ToArray();
        Assert.All(expected.First.Zip(first), pair => Assert.Equal(pair.First, pair.Second, 5 * tolerance));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_body_falls_into_three_groups_that_hold_every_tensor(string name)
    {
        using var scope = NewDisposeScope();
        using var model = new VisionModel(Architectures.Find(name), 3);
        var groups = ParameterGroup.Of(model);
        Assert.Equal(3, groups.Length);
        Assert.All(groups, group => Assert.NotEmpty(group.Tensors));
        Assert.Equal(model.named_parameters().Select(p => p.name), groups.SelectMany(group => group.Tensors).Select(tensor => tensor.Name));
        Assert.All(groups[2].Tensors, tensor => Assert.StartsWith("head.", tensor.Name));
        var features = model.Features(GoldenModel.Uniform(79, [1, 3, 64, 64], 0, 1));
        Assert.Equal(Architectures.Find(name).Features, features.shape[1]);
    }

    [Theory]
    [InlineData("resnet18")]
    [InlineData("mobilenet_v2")]
    [InlineData("squeezenet1_1")]
    public void Known_weights_know_a_bear(string name)
    {
        var weights = Repository.Shared("weights", name + ".safetensors");
        var pictures = Directory.GetFiles(Repository.Shared("data", "bears", "teddy")).Order(StringComparer.Ordinal).Take(5).ToArray();
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var network = Architectures.Find(name).Create();
        network.load_state_dict(Notable.Learning.Files.StoredTensors.ToStateDict(Notable.Learning.Files.WeightsFile.Read(weights)));
        network.eval();
        var transform = new InferenceTransform(Imaging.DecodeOptions.Default, new PictureResize(ResizeMethod.Crop, 256, 224), null, Normalize.ImageNet);
        var answers = network.call(transform.Apply([.. pictures.Select(path => Imaging.Picture.Open(path))])).argmax(1).data<long>().ToArray();
        const int teddy = 850;
        Assert.True(answers.Count(answer => answer == teddy) >= 4, string.Join(", ", answers));
    }

    private static void Fill(Dictionary<string, Tensor> state)
    {
        foreach (var (i, (name, tensor)) in state.Index())
        {
            if (name.EndsWith("num_batches_tracked"))
                continue;
            var bound = tensor.dim() > 1 ? Math.Sqrt(6.0 / tensor.shape[1..].Aggregate(1L, (a, b) => a * b)) : 0.1;
            var (lo, hi) = tensor.dim() == 1 && (name.EndsWith("running_var") || name.EndsWith("weight")) ? (0.5, 1.5) : (-bound, bound);
            tensor.copy_(GoldenModel.Uniform((uint)(1000 + i), tensor.shape, lo, hi));
        }
    }
}
