using System.Globalization;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace Notable.Learning.Graphs;

/// <summary>Builds an ONNX graph: nodes, and constants they refer to by name.</summary>
internal sealed class OnnxGraphBuilder
{
    /// <summary>The operator set: the first with antialiasing in Resize.</summary>
    private const int OperatorSet = 18, IrVersion = 8;

    private readonly GraphProto graph = new() { Name = "notable" };
    private readonly Dictionary<string, float[]> weights = [];

    /// <summary>Float32 constants by name. The graph shares their memory.</summary>
    public IReadOnlyDictionary<string, float[]> Weights => weights;

    /// <summary>Adds a node with one output.</summary>
    /// <returns>The name of its output.</returns>
    public string Add(string type, ReadOnlySpan<string> inputs, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var node = new NodeProto { OpType = type, Name = $"{type}_{graph.Node.Count}" };
        node.Input.AddRange(inputs.ToArray());
        node.Output.Add($"v{graph.Node.Count}");
        foreach (var (name, value) in attributes)
            node.Attribute.Add(Attribute(name, value));
        graph.Node.Add(node);
        return node.Output[0];
    }

    /// <summary>Adds float32 constants; the array is not copied and must not change afterward.</summary>
    public string Constant(float[] values, params ReadOnlySpan<long> shape)
    {
        var name = Constant(new ArrayBytes<float>(values).Memory, TensorProto.Types.DataType.Float, shape);
        weights.Add(name, values);
        return name;
    }

    /// <summary>Adds int64 constants: [n], or a scalar if there is one value and <paramref name="isScalar"/> is true.</summary>
    public string Constant(long[] values, bool isScalar = false) =>
        Constant(MemoryMarshal.AsBytes(values.AsSpan()).ToArray(), TensorProto.Types.DataType.Int64, isScalar ? [] : [values.Length]);

    /// <summary>Declares an input; a dimension is a number or a name.</summary>
    public string Input(string name, TensorProto.Types.DataType type, params ReadOnlySpan<object> shape)
    {
        graph.Input.Add(Value(name, type, shape));
        return name;
    }

    /// <summary>Declares a value as an output under a new name.</summary>
    public void Output(string name, string value, params ReadOnlySpan<object> shape)
    {
        var node = new NodeProto { OpType = "Identity", Name = $"{name}_output" };
        node.Input.Add(value);
        node.Output.Add(name);
        graph.Node.Add(node);
        graph.Output.Add(Value(name, TensorProto.Types.DataType.Float, shape));
    }

    /// <summary>Returns the model.</summary>
    /// <param name="metadata">Strings by key.</param>
    public ModelProto Build(IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var model = new ModelProto { IrVersion = IrVersion, ProducerName = "Notable", ProducerVersion = ModelCard.RunningVersion, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = OperatorSet });
        model.MetadataProps.AddRange(metadata.Select(item => new StringStringEntryProto { Key = item.Key, Value = item.Value }));
        return model;
    }

    private string Constant(ReadOnlyMemory<byte> bytes, TensorProto.Types.DataType type, ReadOnlySpan<long> shape)
    {
        var tensor = new TensorProto { Name = $"c{graph.Initializer.Count}", DataType = (int)type, RawData = UnsafeByteOperations.UnsafeWrap(bytes) };
        tensor.Dims.AddRange(shape.ToArray());
        graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    private static ValueInfoProto Value(string name, TensorProto.Types.DataType type, ReadOnlySpan<object> shape)
    {
        var dimensions = new TensorShapeProto();
        foreach (var size in shape)
            dimensions.Dim.Add(size is string named
                ? new TensorShapeProto.Types.Dimension { DimParam = named }
                : new TensorShapeProto.Types.Dimension { DimValue = Convert.ToInt64(size, CultureInfo.InvariantCulture) });
        return new() { Name = name, Type = new() { TensorType = new() { ElemType = (int)type, Shape = dimensions } } };
    }

    private static AttributeProto Attribute(string name, object value)
    {
        var attribute = new AttributeProto { Name = name };
        switch (value)
        {
            case int number:
                (attribute.Type, attribute.I) = (AttributeProto.Types.AttributeType.Int, number);
                break;
            case float number:
                (attribute.Type, attribute.F) = (AttributeProto.Types.AttributeType.Float, number);
                break;
            case string text:
                (attribute.Type, attribute.S) = (AttributeProto.Types.AttributeType.String, ByteString.CopyFromUtf8(text));
                break;
            case long[] numbers:
                attribute.Type = AttributeProto.Types.AttributeType.Ints;
                attribute.Ints.AddRange(numbers);
                break;
            default:
                throw new ArgumentException($"the attribute {name} is a {value.GetType().Name}; expected an int, a float, a string or long[]");
        }
        return attribute;
    }
}
