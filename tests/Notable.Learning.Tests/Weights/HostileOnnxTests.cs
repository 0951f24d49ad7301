using Google.Protobuf;
using Notable.Learning.Files;
using Notable.Testing;
using Onnx;
using static Notable.Learning.Tests.Weights.OnnxFile;

namespace Notable.Learning.Tests.Weights;

public class HostileOnnxTests
{
    [Fact]
    public void Numbers_are_read_from_either_field()
    {
        var raw = new TensorProto { Name = "raw", DataType = (int)TensorProto.Types.DataType.Float, RawData = ByteString.CopyFrom(BitConverter.GetBytes(1.5f)) };
        raw.Dims.Add(1);
        var content = Of(Tensor("floats", [2], 1, -2), raw).ToByteArray();
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["m.onnx"], content);

        var read = OnnxGraph.Read(folder["m.onnx"], Sha256(content), graph => new TensorFile([graph.Initializer("floats"), graph.Initializer("raw")]));

        Assert.Equal([0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0], read.Tensors["floats"].Data.ToArray());
        Assert.Equal([0, 0, 0xC0, 0x3F], read.Tensors["raw"].Data.ToArray());
    }

    [Fact]
    public void Another_file_is_refused_before_it_is_parsed()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["m.onnx"], Of(Tensor("w", [1], 1)).ToByteArray());
        var refused = Assert.Throws<WeightsFileException>(() => OnnxGraph.Read(folder["m.onnx"], new string('0', 64), _ => throw new InvalidOperationException()));
        Assert.Matches("found [0-9]+ bytes with the SHA-256 [0-9a-f]{64}; expected the file with the SHA-256 0{64}", refused.Message);
    }

    [Fact]
    public void A_missing_file_and_one_that_is_too_large_are_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("no such file", Refused());
        using (var file = File.Create(folder["m.onnx"]))
            file.SetLength(OnnxGraph.MaxFileBytes + 1L);
        Assert.Contains("found 134,217,729 bytes; expected at most 134,217,728", Refused());

        string Refused() => Assert.Throws<WeightsFileException>(() => OnnxGraph.Read(folder["m.onnx"], "", _ => new TensorFile([]))).Message;
    }

    [Fact]
    public void Every_cut_of_a_file_is_refused()
    {
        var whole = Of(Tensor("w", [4], 1, 2, 3, 4), Tensor("v", [2], 1, 2)).ToByteArray();
        // Cut to nothing, a message is empty, which protobuf takes for one without fields.
        for (var length = 0; length < whole.Length; length++)
            Assert.Matches("not an ONNX model|no graph", Refusal(whole[..length]));
    }

    [Theory]
    [InlineData("<html>login</html>")]
    [InlineData("PK\u0003\u0004 a zip archive")]
    [InlineData("version https://git-lfs.github.com/spec/v1")]
    public void Something_else_is_refused(string content)
        => Assert.Matches("found content that is not an ONNX model|found no graph", Refusal(System.Text.Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void A_graph_that_nests_without_end_is_refused()
    {
        var model = Of();
        var graph = model.Graph;
        for (var depth = 0; depth < 1000; depth++)
        {
            var inner = new GraphProto();
            graph.Node.Add(new NodeProto { Attribute = { new AttributeProto { G = inner } } });
            graph = inner;
        }
        Assert.Contains("not an ONNX model", Refusal(model));
    }

    public static TheoryData<string, TensorProto[]> Lies => new()
    {
        { "'w' with 8 bytes; expected those of its shape [3]", [Tensor("w", [3], 1, 2)] },
        { "'w' with 4 bytes; expected those of its shape [-1]", [Tensor("w", [-1], 1)] },
        { "those of its shape [4294967296, 4294967296]", [Tensor("w", [1L << 32, 1L << 32])] },
        { "'w' with 9 dimensions; expected at most 8", [Tensor("w", [1, 1, 1, 1, 1, 1, 1, 1, 1], 1)] },
        { "'w' of element type 7; expected float32", [new TensorProto { Name = "w", DataType = 7 }] },
        { "'w' stored in another file", [new TensorProto { Name = "w", DataType = 1, ExternalData = { new StringStringEntryProto { Key = "location", Value = "/etc/passwd" } } }] },
        { "'w' stored in another file", [new TensorProto { Name = "w", DataType = 1, DataLocation = TensorProto.Types.DataLocation.External }] },
        { "the initializer 'w' twice", [Tensor("w", [1], 1), Tensor("w", [1], 2)] },
        { "\uFFFD[2Jw", [new TensorProto { Name = "\u001b[2Jw", DataType = 7 }] },
        { "10,001 initializers; expected at most 10,000", [.. Enumerable.Range(0, 10_001).Select(i => Tensor($"{i}", [1], 1))] },
    };

    [Theory]
    [MemberData(nameof(Lies), DisableDiscoveryEnumeration = true)]
    public void An_initializer_that_lies_is_refused(string reason, TensorProto[] initializers) => Assert.Contains(reason, Refusal(Of(initializers)));

    [Fact]
    public void An_initializer_that_is_not_there_is_named()
        => Assert.Contains("no initializer 'w'", Refusal(Of(), graph => new TensorFile([graph.Initializer("w")])));
}
