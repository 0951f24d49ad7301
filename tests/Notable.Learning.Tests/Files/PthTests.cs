using Notable.Learning.Files;

namespace Notable.Learning.Tests.Files;

public class PthTests
{
    [Fact]
    public void Both_formats_give_the_tensors_of_the_state_dict()
    {
        foreach (var file in new[] { Pth.Zip(Pth.Benign), Pth.BenignLegacy })
        {
            var tensor = Assert.Single(TestFile.Read(file).Tensors.Values);
            Assert.Equal(("w", "F32"), (tensor.Name, tensor.DType));
            Assert.Equal([2, 3], tensor.Shape);
            Assert.Equal([0, 1, 2, 3, 4, 5], Pth.Floats(tensor.Data));
        }
    }

    [Fact]
    public void A_transposed_tensor_comes_out_in_row_major_order()
    {
        var pickle = PickleBuilder.StateDict(p => p.Text("t").Tensor([3, 2], [1, 3]));
        Assert.Equal([0, 3, 1, 4, 2, 5], Pth.Floats(TestFile.Read(Pth.Zip(pickle)).Tensors["t"].Data));
    }

    [Fact]
    public void Two_tensors_may_view_one_storage()
    {
        var pickle = PickleBuilder.StateDict(p => p
            .Text("whole").Tensor([6], [1])
            .Text("row").Tensor([3], [1], offset: 3)
            .Text("number").Tensor([], [], offset: 5));
        var tensors = TestFile.Read(Pth.Zip(pickle)).Tensors;
        Assert.Equal([3, 4, 5], Pth.Floats(tensors["row"].Data));
        Assert.Equal([5], Pth.Floats(tensors["number"].Data));
        Assert.Equal(["whole", "row", "number"], tensors.Keys);
    }

    [Fact]
    public void A_parameter_is_its_tensor()
    {
        var pickle = PickleBuilder.StateDict(p => p.Text("w")
            .Global("torch._utils", "_rebuild_parameter").Op('(').Tensor([6], [1]).Raw(0x88).EmptyOrderedDict().Op('t').Op('R'));
        Assert.Equal([6], TestFile.Read(Pth.Zip(pickle)).Tensors["w"].Shape);
    }

    [Fact]
    public void The_module_versions_of_a_state_dict_are_let_go()
    {
        var pickle = new PickleBuilder().Proto().EmptyOrderedDict().Op('(').Text("w").Tensor([6], [1]).Op('u')
            .Op('}').Text("_metadata").EmptyOrderedDict().Op('s').Op('b').Stop();
        Assert.Equal(["w"], TestFile.Read(Pth.Zip(pickle)).Tensors.Keys);
    }

    [Fact]
    public void A_checkpoint_with_more_than_tensors_says_what_to_save_instead()
    {
        var pickle = PickleBuilder.StateDict(p => p.Text("epoch").Long(3).Text("state_dict").EmptyOrderedDict());
        var message = TestFile.Refusal(Pth.Zip(pickle));
        Assert.Contains("a number under the name 'epoch'", message);
        Assert.Contains("torch.save(model.state_dict(), path)", message);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_told_apart()
    {
        Assert.Contains("no such file", Assert.Throws<WeightsFileException>(() => PthFile.Read("/nowhere/x.pth")).Message);
        Assert.Contains("a folder", Assert.Throws<WeightsFileException>(() => PthFile.Read(Path.GetTempPath())).Message);
    }
}
