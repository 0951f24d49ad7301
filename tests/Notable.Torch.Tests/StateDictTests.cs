using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Notable.Torch.Tests;

public class StateDictTests : TensorTest
{
    private static Sequential Small(int outputs = 2) => Sequential(Linear(3, 4), BatchNorm1d(4), ReLU(), Linear(4, outputs));

    [Fact]
    public void Names_and_order_are_pytorchs()
    {
        using var model = Small();
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked", "3.weight", "3.bias"],
            model.state_dict().Keys);
    }

    [Fact]
    public void ResNet18_has_torchvisions_names_and_sizes()
    {
        using var model = torchvision.models.resnet18();
        var names = model.state_dict().Keys.ToList();
        Assert.Equal(122, names.Count);
        Assert.Equal(["conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean", "bn1.running_var", "bn1.num_batches_tracked", "layer1.0.conv1.weight", "layer1.0.bn1.weight"],
            names.Take(8));
        Assert.Contains("layer2.0.downsample.1.running_var", names);
        Assert.Equal(["fc.weight", "fc.bias"], names[^2..]);
        Assert.Equal(11_689_512, model.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void Loading_makes_two_models_alike()
    {
        using var first = Small();
        using var second = Small();
        second.load_state_dict(first.state_dict());
        var x = Formula(1, [5, 3], -1, 1);
        Assert.True(first.call(x).equal(second.call(x)));
    }

    [Fact]
    public void What_does_not_fit_is_named_and_nothing_is_loaded()
    {
        using var small = Small(2);
        using var large = Small(3);
        var weights = large.state_dict();
        weights.Remove("1.weight");
        weights["extra"] = torch.ones(1);
        var before = small.get_parameter("0.weight")!.detach().clone();
        var message = Assert.Throws<InvalidOperationException>(() => small.load_state_dict(weights)).Message;
        Assert.Contains("3.weight (the module has [2, 4], the weights [3, 4])", message);
        Assert.Contains("missing: 1.weight", message);
        Assert.Contains("unexpected: extra", message);
        Assert.True(before.equal(small.get_parameter("0.weight")!));
    }

    [Fact]
    public void Without_strictness_other_names_are_only_told()
    {
        using var model = Small();
        var (missing, unexpected) = model.load_state_dict(new() { ["0.bias"] = torch.ones(4), ["extra"] = torch.ones(1) }, strict: false);
        Assert.Equal(8, missing.Count);
        Assert.Equal(["extra"], unexpected);
        AssertClose([1, 1, 1, 1], model.get_parameter("0.bias")!, 0);
    }
}
