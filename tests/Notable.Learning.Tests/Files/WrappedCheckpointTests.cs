using Notable.Learning.Files;

namespace Notable.Learning.Tests.Files;

/// <summary>Weights as trainers save them: inside a dict with other things, under names with a prefix.</summary>
public class WrappedCheckpointTests
{
    [Theory]
    [InlineData("state_dict")]
    [InlineData("model_state_dict")]
    [InlineData("model")]
    public void A_state_dict_inside_a_dict_is_found(string key)
    {
        var pickle = new PickleBuilder().Proto().EmptyOrderedDict().Op('(')
            .Text("epoch").Long(3)
            .Text(key).EmptyOrderedDict().Op('(').Text("w").Tensor([2, 3], [3, 1]).Op('u')
            .Op('u').Stop();
        Assert.Equal(["w"], TestFile.Read(Pth.Zip(pickle)).Tensors.Keys);
    }

    [Theory]
    [InlineData("module.conv1.weight")]
    [InlineData("_orig_mod.conv1.weight")]
    [InlineData("_orig_mod.module.conv1.weight")]
    public void Prefixes_of_wrappers_are_taken_off(string name)
    {
        var pickle = PickleBuilder.StateDict(p => p.Text(name).Tensor([2, 3], [3, 1]));
        Assert.Equal(["conv1.weight"], TestFile.Read(Pth.Zip(pickle)).Tensors.Keys);
    }

    [Fact]
    public void A_dict_without_weights_is_still_refused()
    {
        var pickle = new PickleBuilder().Proto().EmptyOrderedDict().Op('(').Text("epoch").Long(3).Op('u').Stop();
        Assert.Contains("a number under the name 'epoch'", TestFile.Refusal(Pth.Zip(pickle)));
    }

    [Fact]
    public void Two_tensors_of_one_name_after_a_prefix_is_taken_off_are_refused()
    {
        var pickle = PickleBuilder.StateDict(p => p.Text("w").Tensor([2, 3], [3, 1]).Text("module.w").Tensor([2, 3], [3, 1]));
        Assert.Contains("two tensors 'w'", TestFile.Refusal(Pth.Zip(pickle)));
    }
}
