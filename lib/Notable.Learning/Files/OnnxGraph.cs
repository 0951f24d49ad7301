using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Google.Protobuf;
using Onnx;

namespace Notable.Learning.Files;

/// <summary>
/// The graph of an ONNX file with float32 weights. Checked: the file is the expected one, its size is within limits, and every initializer
/// has as many numbers as its shape requires. Nothing in it is executed.
/// </summary>
internal sealed class OnnxGraph
{
    /// <summary>Size limit of a file in bytes.</summary>
    internal const int MaxFileBytes = 128 << 20;

    // A model has five levels of messages: model, graph, node, attribute, tensor.
    private const int MaxNesting = 16, MaxNodes = 10_000, MaxDimensions = 8;

    private readonly OpenedFile file;
    private readonly Dictionary<string, StoredTensor> initializers = [];

    private OnnxGraph(OpenedFile file, GraphProto graph)
    {
        this.file = file;
        Nodes = graph.Node;
        if (Nodes.Count > MaxNodes || graph.Initializer.Count > MaxNodes)
            throw Refuse($"{Nodes.Count:N0} nodes and {graph.Initializer.Count:N0} initializers", $"at most {MaxNodes:N0} of each");
        foreach (var tensor in graph.Initializer)
            if (!initializers.TryAdd(tensor.Name, Stored(tensor)))
                throw Refuse($"the initializer {UntrustedText.Quote(tensor.Name)} twice", "each name once");
    }

    /// <summary>The operations, in execution order.</summary>
    public IReadOnlyList<NodeProto> Nodes { get; }

    /// <summary>Reads a file and converts its graph to tensors.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">The required SHA-256 in lower-case hexadecimal digits; checked before anything is parsed.</param>
    /// <param name="convert">Converts the graph to tensors.</param>
    /// <exception cref="WeightsFileException">
    /// The file is missing, a different one, truncated, or not an ONNX model of float32 numbers.
    /// </exception>
    public static TensorFile Read(string path, string sha256, Func<OnnxGraph, TensorFile> convert)
        => OpenedFile.Read(path, new WeightsFileLimits { MaxFileBytes = MaxFileBytes }, file =>
        {
            var bytes = file.Bytes(0, file.Length);
            var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
            return digest == sha256
                ? convert(new OnnxGraph(file, Parse(file, bytes)))
                : throw file.Refuse($"{bytes.Length:N0} bytes with the SHA-256 {digest}", $"the file with the SHA-256 {sha256}");
        });

    /// <summary>Returns the float32 initializer of that name.</summary>
    public StoredTensor Initializer(string name) => initializers.TryGetValue(name, out var tensor)
        ? tensor
        : throw Refuse($"no initializer {UntrustedText.Quote(name)}", "one for every weight of the graph");

    public WeightsFileException Refuse(string found, string expected) => file.Refuse(found, $"{expected} in an ONNX model");

    private static GraphProto Parse(OpenedFile file, byte[] bytes)
    {
        try
        {
            using var input = CodedInputStream.CreateWithLimits(new MemoryStream(bytes), MaxFileBytes, MaxNesting);
            return ModelProto.Parser.ParseFrom(input).Graph
                ?? throw file.Refuse("no graph", "an ONNX model, which holds one");
        }
        catch (InvalidProtocolBufferException e)
        {
            throw file.Refuse($"content that is not an ONNX model ({e.Message})", "an ONNX model", e);
        }
    }

    private StoredTensor Stored(TensorProto tensor)
    {
        var name = UntrustedText.Quote(tensor.Name);
        if (tensor.DataType != (int)TensorProto.Types.DataType.Float)
            throw Refuse($"the initializer {name} of element type {tensor.DataType}", "float32 (type 1)");
        if (tensor.DataLocation == TensorProto.Types.DataLocation.External || tensor.ExternalData.Count > 0)
            throw Refuse($"the initializer {name} stored in another file", "all numbers");
        if (tensor.Dims.Count > MaxDimensions)
            throw Refuse($"the initializer {name} with {tensor.Dims.Count:N0} dimensions", $"at most {MaxDimensions}");
        long[] shape = [.. tensor.Dims];
        // Little-endian, like the format and every system that .NET and libtorch run on.
        var data = tensor.RawData.IsEmpty
            ? MemoryMarshal.AsBytes(tensor.FloatData.ToArray().AsSpan()).ToArray()
            : tensor.RawData.ToByteArray();
        return ElementTypes.ByteCount(shape, sizeof(float)) == data.Length
            ? new StoredTensor(tensor.Name, "F32", shape, data)
            : throw Refuse($"the initializer {name} with {data.Length:N0} bytes", $"those of its shape {UntrustedText.Shape(shape)}");
    }
}
