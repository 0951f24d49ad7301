using static TorchSharp.torch;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group b: which of the 66 tensors belongs to which group, decays, and trains while the body is frozen.</summary>
public class Golden_b_ParameterGroups
{
    [Fact]
    public void Every_tensor_is_grouped_decayed_and_frozen_as_in_fastai()
    {
        var golden = GoldenFile.Json("b_param_groups");
        using var scope = NewDisposeScope();
        using var model = new VisionModel(Architectures.ResNet18, 2);
        var groups = ParameterGroup.Of(model);
        Assert.Equal([30, 30, 6], groups.Select(g => g.Tensors.Count));
        Assert.Equal([683_072, 10_493_440, 528_384], groups.Select(g => g.Tensors.Sum(t => t.Tensor.numel())));

        groups[0].Train(whole: false);
        groups[1].Train(whole: false);
        groups[2].Train(whole: true);
        var ours = groups.SelectMany((group, i) => group.Tensors.Select(t => (
            t.Name, Group: i, Shape: string.Join('x', t.Tensor.shape), t.Decays, Trains: t.Tensor.requires_grad)));
        var theirs = golden.GetProperty("params").EnumerateArray().Select(p => (
            GoldenModel.OurName(p.GetProperty("name").GetString()!),
            p.GetProperty("group").GetInt32(),
            string.Join('x', p.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64())),
            p.GetProperty("weight_decay").GetBoolean(),
            p.GetProperty("trains_when_frozen").GetBoolean()));
        Assert.Equal(theirs, ours);
        Assert.Equal(537_984, groups.SelectMany(g => g.Tensors).Where(t => t.Tensor.requires_grad).Sum(t => t.Tensor.numel()));
    }
}
