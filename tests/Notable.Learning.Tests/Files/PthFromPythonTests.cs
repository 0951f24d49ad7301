using Notable.Learning.Files;

namespace Notable.Learning.Tests.Files;

public sealed class PthFromPythonTests(PythonFiles files) : IClassFixture<PythonFiles>
{
    public static TheoryData<string> Formats => ["zip", "zip4", "legacy", "legacy4"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Tensors_of_every_layout_and_type_are_read(string format)
    {
        var tensors = WeightsFile.Read(files[format]).Tensors;

        float[] w = [.. Enumerable.Range(0, 24).Select(i => i * 0.5f)];
        Assert.Equal([2, 3, 4], tensors["w"].Shape);
        Assert.Equal(w, Pth.Floats(tensors["w"].Data));
        Assert.Equal([4, 2, 3], tensors["transposed"].Shape);
        Assert.Equal(Enumerable.Range(0, 24).Select(i => w[i % 6 * 4 + i / 6]), Pth.Floats(tensors["transposed"].Data));
        Assert.Equal(w[20..], Pth.Floats(tensors["last_row"].Data));
        Assert.Equal([1, 4, 2, 2], tensors["channels_last"].Shape);
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (float)i), Pth.Floats(tensors["channels_last"].Data));
        Assert.Equal([1, 1], Pth.Floats(tensors["parameter"].Data));
        Assert.Equal([0, 5], tensors["nothing"].Shape);
        Assert.Equal(0, tensors["nothing"].Data.Length);

        Assert.Equal([], tensors["number"].Shape);
        Assert.Equal(("I64", 7), (tensors["number"].DType, BitConverter.ToInt64(tensors["number"].Data.Span)));
        Assert.Equal(("F16", (Half)1.5), (tensors["half"].DType, BitConverter.ToHalf(tensors["half"].Data.Span)));
        Assert.Equal(("BF16", (ushort)0x3FC0), (tensors["bfloat16"].DType, BitConverter.ToUInt16(tensors["bfloat16"].Data.Span)));
        Assert.Equal(("F64", 1.5), (tensors["double"].DType, BitConverter.ToDouble(tensors["double"].Data.Span)));
        Assert.Equal(("I32", -2), (tensors["int32"].DType, BitConverter.ToInt32(tensors["int32"].Data.Span)));
        Assert.Equal(("I16", (short)-2), (tensors["int16"].DType, BitConverter.ToInt16(tensors["int16"].Data.Span)));
        Assert.Equal(("I8", (byte)254), (tensors["int8"].DType, tensors["int8"].Data.Span[0]));
        Assert.Equal(("U8", (byte)200), (tensors["uint8"].DType, tensors["uint8"].Data.Span[0]));
        Assert.Equal("BOOL", tensors["boolean"].DType);
        Assert.Equal([1, 0], tensors["boolean"].Data.ToArray());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_state_dict_of_a_module_keeps_its_order(string format)
        => Assert.Equal(
            ["0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked"],
            WeightsFile.Read(files[$"module-{format}"]).Tensors.Keys);

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_whole_module_is_refused_by_the_name_of_its_class(string format)
    {
        var message = Assert.Throws<WeightsFileException>(() => WeightsFile.Read(files[$"whole-{format}"])).Message;
        Assert.Contains("'torch.nn.modules.container.Sequential'", message);
        Assert.Contains("torch.save(model.state_dict(), path)", message);
    }

    [Fact]
    public void A_TorchScript_program_is_refused()
        => Assert.Contains("TorchScript", Assert.Throws<WeightsFileException>(() => WeightsFile.Read(files["script"])).Message);
}
