using System.Buffers.Binary;
using System.Text;
using Notable.Testing;
using Notable.Learning.Files;

namespace Notable.Learning.Tests.Files;

public class SafetensorsHostileTests
{
    [Theory]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,16]}}""", 16, "expected those of F32 [2]")]
    [InlineData("""{"w":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}""", 12, "download complete")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "a range within the 8 bytes")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 9, "found 9 bytes of data; expected 8")]
    [InlineData("""{"w":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0, "[4294967296, 4294967296]")]
    [InlineData("""{"w":{"dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,0]}}""", 0, "[4611686018427387904]")]
    [InlineData("""{"w":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "integers from 0")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", 4, "integers from 0")]
    [InlineData("""{"w":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}""", 4, "integers from 0")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}""", 4, "data_offsets of tensor 'w' longer than 2")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", 4, "without all of its fields")]
    [InlineData("""{"w":{"dtype":"F32","data_offsets":[0,4]}}""", 4, "without all of its fields")]
    [InlineData("""{"w":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "field 'dtype'")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"code":"x"}}""", 4, "field 'code'")]
    [InlineData("""{"w":{"dtype":"F31","shape":[1],"data_offsets":[0,4]}}""", 4, "element type 'F31'")]
    [InlineData("""{"w":7}""", 4, "without an object")]
    [InlineData("""{"__metadata__":{"a":7}}""", 0, "'a'; expected text")]
    [InlineData("""{"__metadata__":{"a":"x","a":"y"}}""", 0, "'a' twice")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", 0, "__metadata__ twice")]
    [InlineData("""{"__metadata__":[]}""", 0, "not an object")]
    [InlineData(
        """{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""",
        8, "'w' twice")]
    [InlineData(
        """{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"v":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""",
        4, "without overlaps")]
    [InlineData(
        """{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"v":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""",
        12, "without overlaps")]
    [InlineData(
        """{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"v":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""",
        12, "gaps")]
    [InlineData(
        """{"w":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"v":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}}""",
        5, "a multiple of 4")]
    [InlineData("""{"w":""", 0, "not JSON")]
    [InlineData("""{} {}""", 0, "not JSON")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "not JSON")]
    public void A_header_that_lies_is_refused(string header, int dataBytes, string reason)
        => Assert.Contains(reason, TestFile.Refusal(Of(header, dataBytes)));

    [Fact]
    public void A_header_longer_than_the_file_is_refused_before_memory_is_taken()
    {
        var file = Of("{}", 0);
        BinaryPrimitives.WriteUInt64LittleEndian(file, uint.MaxValue);
        Assert.Contains("a header of 4,294,967,295 bytes", TestFile.Refusal(file));
    }

    [Fact]
    public void A_shape_of_more_than_64_dimensions_is_refused()
    {
        var shape = string.Join(',', Enumerable.Repeat(1, 65));
        Assert.Contains("longer than 64",
            TestFile.Refusal(Of($$$"""{"w":{"dtype":"U8","shape":[{{{shape}}}],"data_offsets":[0,1]}}""", 1)));
    }

    [Fact]
    public void The_limits_hold()
    {
        using var folder = new TemporaryFolder();
        Safetensors.Write(folder["m"], [new("a", "U8", [4], new byte[4]), new("b", "U8", [4], new byte[4])]);
        Assert.Contains("more than 1 tensors", Refused(new() { MaxTensors = 1 }));
        Assert.Contains("at most 16", Refused(new() { MaxHeaderBytes = 16 }));
        Assert.Contains("at most 50", Refused(new() { MaxFileBytes = 50 }));

        string Refused(WeightsFileLimits limits)
            => Assert.Throws<WeightsFileException>(() => Safetensors.Read(folder["m"], limits)).Message;
    }

    [Fact]
    public void A_name_cannot_send_control_characters_to_a_terminal()
    {
        var message = TestFile.Refusal(Of("""{"\u001b[2Jw":{"dtype":"F31","shape":[1],"data_offsets":[0,4]}}""", 4));
        Assert.DoesNotContain('\u001b', message);
        Assert.Contains("[2Jw", message);
    }

    private static byte[] Of(string header, int dataBytes)
    {
        var json = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((ulong)json.Length), .. json, .. new byte[dataBytes]];
    }
}
