using Notable.Learning.Tests.Golden;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Models;

/// <summary>
/// Our networks beside those of the TorchVision package, which have the same tensors. Ours exist because theirs cannot compute in bfloat16 or
/// be folded for inference, which halves the time of both on processors that are made for it.
/// </summary>
public class TorchVisionTests
{
    public static TheoryData<string> Names => ["resnet18", "resnet34", "resnet50", "mobilenet_v2"];

    private static nn.Module<Tensor, Tensor> Theirs(string name) => name switch
    {
        "resnet18" => torchvision.models.resnet18(),
        "resnet34" => torchvision.models.resnet34(),
        "resnet50" => torchvision.models.resnet50(),
        _ => torchvision.models.mobilenet_v2(),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_weights_give_the_same_answers_and_gradients(string name)
    {
        using var scope = NewDisposeScope();
        using var ours = Architectures.Find(name).Create();
        using var theirs = Theirs(name);
        // Strict: every tensor has the same name and shape on both sides.
        theirs.load_state_dict(ours.state_dict());
        var pictures = GoldenModel.Uniform(77, [4, 3, 64, 64], -2, 2);
        var labels = tensor((long[])[1, 2, 3, 4]);
        ours.eval();
        theirs.eval();
        Assert.True(ours.call(pictures).allclose(theirs.call(pictures), 1e-4, 1e-5));

        ours.train();
        theirs.train();
        DropoutOff(ours);
        DropoutOff(theirs);
        nn.functional.cross_entropy(ours.call(pictures), labels).backward();
        nn.functional.cross_entropy(theirs.call(pictures), labels).backward();
        var expected = theirs.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter.grad!);
        foreach (var (parameter, tensor) in ours.named_parameters())
        {
            var largest = expected[parameter].abs().max().item<float>();
            Assert.True(tensor.grad!.allclose(expected[parameter], 1e-3, 1e-3 * largest + 1e-7), parameter);
        }
    }

    private static void DropoutOff(nn.Module module)
    {
        foreach (var dropout in module.modules().OfType<TorchSharp.Modules.Dropout>())
            dropout.eval();
    }
}
