namespace Notable.Learning.Tests.Files;

public class MaliciousPickleTests
{
    [Theory]
    [InlineData("posix", "system")]
    [InlineData("os", "system")]
    [InlineData("builtins", "eval")]
    [InlineData("__builtin__", "exec")]
    [InlineData("builtins", "getattr")]
    [InlineData("subprocess", "Popen")]
    [InlineData("torch", "load")]
    [InlineData("torch._utils", "_import_dotted_name")]
    [InlineData("torch.nn.modules.linear", "Linear")]
    [InlineData("collections", "OrderedDict.update")]
    [InlineData("torch.FloatStorage", "from_file")]
    public void A_global_that_is_no_part_of_a_state_dict_is_named_and_refused(string module, string name)
    {
        foreach (var pickle in new[]
        {
            new PickleBuilder().Proto().Global(module, name).Text("touch pwned").Raw(0x85).Op('R').Stop(),
            new PickleBuilder().Proto(4).Text(module).Text(name).Raw(0x93).Text("touch pwned").Raw(0x85).Op('R').Stop(),
        })
            foreach (var file in new[] { Pth.Zip(pickle), Pth.Legacy(pickle) })
            {
                var message = TestFile.Refusal(file);
                Assert.Contains($"'{module}.{name}'", message);
                Assert.Contains("would run code", message);
            }
    }

    [Theory]
    [InlineData((byte)'i')] // INST
    [InlineData((byte)'o')] // OBJ
    [InlineData((byte)0x81)] // NEWOBJ
    [InlineData((byte)0x92)] // NEWOBJ_EX
    [InlineData((byte)0x82)] // EXT1
    [InlineData((byte)'P')] // PERSID
    [InlineData((byte)0x97)] // NEXT_BUFFER
    [InlineData((byte)'0')] // POP
    public void An_instruction_that_builds_other_objects_is_refused(byte opcode)
        => Assert.Contains($"instruction 0x{opcode:X2}",
            TestFile.Refusal(Pth.Zip(new PickleBuilder().Proto().Op('}').Raw(opcode).Stop())));

    [Fact]
    public void Attributes_are_set_on_nothing_but_a_dict()
    {
        var onTensor = PickleBuilder.StateDict(p => p.Text("w").Tensor([6], [1]).Op('}').Op('b'));
        Assert.Contains("another value where a PickleDictionary is filled", TestFile.Refusal(Pth.Zip(onTensor)));
    }

    [Fact]
    public void The_known_functions_take_only_the_arguments_that_PyTorch_writes()
    {
        Refused(p => p.Global("collections", "OrderedDict").Text("x").Raw(0x85).Op('R'), "arguments that PyTorch does not write");
        Refused(p => p.Global("torch._utils", "_rebuild_tensor_v2").Op(')').Op('R'), "arguments that PyTorch does not write");
        Refused(p => p.Global("torch", "FloatStorage").Op(')').Op('R'), "not a function");
        Refused(p => p.Text("x").Op('Q'), "something other than a storage");

        static void Refused(Func<PickleBuilder, PickleBuilder> value, string reason)
            => Assert.Contains(reason, TestFile.Refusal(Pth.Zip(value(new PickleBuilder().Proto()).Stop())));
    }

    [Fact]
    public void A_length_of_4_GB_is_refused_before_memory_is_taken()
        => Assert.Contains("4,294,967,295 bytes",
            TestFile.Refusal(Pth.Zip(new PickleBuilder().Proto().Op('X').Int32(-1).Stop())));

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var lists = new PickleBuilder().Proto();
        var marks = new PickleBuilder().Proto();
        for (var i = 0; i < 200_000; i++)
        {
            lists.Op(']');
            marks.Op('(');
        }
        Assert.Contains("values at once", TestFile.Refusal(Pth.Zip(lists.Stop())));
        Assert.Contains("nested deeper", TestFile.Refusal(Pth.Zip(marks.Stop())));
    }

    [Fact]
    public void Lists_of_lists_by_reference_do_not_multiply()
    {
        var bomb = new PickleBuilder().Proto().Op('}').Text("w").Op('(').Op(']').Raw((byte)'q', 0);
        for (byte level = 1; level < 100; level++)
        {
            bomb.Op(']').Raw((byte)'q', level).Op('(');
            for (var i = 0; i < 10; i++)
                bomb.Raw((byte)'h', (byte)(level - 1));
            bomb.Op('e');
        }
        Assert.Contains("a list under the name 'w'", TestFile.Refusal(Pth.Zip(bomb.Op('t').Op('s').Stop())));
    }

    [Fact]
    public void A_dict_that_holds_itself_is_refused()
    {
        var cycle = new PickleBuilder().Proto().Op('}').Raw((byte)'q', 0).Text("w").Raw((byte)'h', 0).Op('s').Stop();
        Assert.Contains("a dict under the name 'w'", TestFile.Refusal(Pth.Zip(cycle)));
    }

    [Fact]
    public void A_pickle_of_endless_instructions_is_refused()
    {
        var pickle = new PickleBuilder().Proto().Op('N');
        for (var i = 0; i < 1_000_001; i++)
            pickle.Raw((byte)'q', 0);
        Assert.Contains("1,000,000 instructions", TestFile.Refusal(Pth.Zip(pickle.Stop())));
    }

    [Theory]
    [InlineData(new byte[] { 0x80, 2, (byte)'.' }, "0 values left")]
    [InlineData(new byte[] { 0x80, 2, (byte)'(', (byte)'.' }, "an end with")]
    [InlineData(new byte[] { 0x80, 2, (byte)'t', (byte)'.' }, "never began")]
    [InlineData(new byte[] { 0x80, 2, (byte)'R', (byte)'.' }, "without the values")]
    [InlineData(new byte[] { 0x80, 2, (byte)'h', 9, (byte)'.' }, "never stored")]
    [InlineData(new byte[] { 0x80, 2, (byte)'N', (byte)'N', (byte)'a', (byte)'.' }, "another value")]
    [InlineData(new byte[] { 0x80, 2, (byte)'N' }, "is the file complete")]
    [InlineData(new byte[] { 0x80, 1, (byte)'N', (byte)'.' }, "pickle protocol 1")]
    [InlineData(new byte[] { 0x80, 2, (byte)'}', (byte)'K', 1, (byte)'N', (byte)'s', (byte)'.' }, "a key that is not text")]
    [InlineData(new byte[] { 0x80, 2, (byte)'X', 1, 0, 0, 0, 0xFF, (byte)'.' }, "not UTF-8")]
    [InlineData(new byte[] { 0x80, 2, (byte)'c', (byte)'a' }, "name without an end")]
    public void A_broken_pickle_is_refused(byte[] pickle, string reason)
        => Assert.Contains(reason, TestFile.Refusal(Pth.Zip(pickle)));
}
