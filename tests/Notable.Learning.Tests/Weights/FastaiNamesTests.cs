using Notable.Learning.Files;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Weights;

public class FastaiNamesTests
{
    /// <summary>As <c>learn.save</c> names them: <c>nn.Sequential(body, head)</c> of <c>nn.Sequential(*children[:-2])</c>.</summary>
    private static readonly (string Ours, string Fastai)[] modules =
    [
        ("conv1.", "0.0."), ("bn1.", "0.1."), ("layer1.", "0.4."), ("layer2.", "0.5."), ("layer3.", "0.6."), ("layer4.", "0.7."), ("features.", "0.0."),
    ];

    [Theory]
    [InlineData("resnet18", "0.4.0.conv1.weight")]
    [InlineData("squeezenet1_1", "0.0.0.weight")]
    public void A_body_saved_by_fastai_is_taken_and_its_head_passed_over(string architecture, string expected)
    {
        using var scope = NewDisposeScope();
        using var saved = new VisionModel(Architectures.Find(architecture), 2);
        using var model = new VisionModel(Architectures.Find(architecture), 2);
        StoredTensor[] stored = [.. ModelState.Store(saved.Body, halved: false).Select(tensor => tensor with { Name = Fastai(tensor.Name) }),
            new StoredTensor("1.8.weight", "F32", [1], new byte[4])];
        Assert.Contains(stored, tensor => tensor.Name == expected);

        ModelState.LoadBody(model, new TensorFile(stored), "fastai.pth");

        Assert.All(saved.Body.state_dict(), entry => Assert.True(entry.Value.equal(model.Body.state_dict()[entry.Key]).all().item<bool>(), entry.Key));
    }

    private static string Fastai(string name) =>
        modules.FirstOrDefault(module => name.StartsWith(module.Ours, StringComparison.Ordinal)) is { Ours: { } ours } found ? found.Fastai + name[ours.Length..] : name;
}
