using System.Security.Cryptography;
using Google.Protobuf;
using Notable.Learning.Files;
using Notable.Testing;
using Onnx;

namespace Notable.Learning.Tests.Weights;

/// <summary>Small ONNX files for tests.</summary>
internal static class OnnxFile
{
    /// <summary>A model of initializers only.</summary>
    public static ModelProto Of(params TensorProto[] initializers)
    {
        var model = new ModelProto { Graph = new GraphProto() };
        model.Graph.Initializer.AddRange(initializers);
        return model;
    }

    public static TensorProto Tensor(string name, long[] shape, params float[] values)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)TensorProto.Types.DataType.Float };
        tensor.Dims.AddRange(shape);
        tensor.FloatData.AddRange(values);
        return tensor;
    }

    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The message with which a file that has the expected SHA-256 is refused.</summary>
    public static string Refusal(byte[] content, Func<OnnxGraph, TensorFile>? convert = null)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["m.onnx"], content);
        var refused = Assert.Throws<WeightsFileException>(
            () => OnnxGraph.Read(folder["m.onnx"], Sha256(content), convert ?? (_ => new TensorFile([]))));
        Assert.StartsWith($"{folder["m.onnx"]}: found ", refused.Message);
        return refused.Message;
    }

    public static string Refusal(ModelProto model, Func<OnnxGraph, TensorFile>? convert = null) => Refusal(model.ToByteArray(), convert);
}
