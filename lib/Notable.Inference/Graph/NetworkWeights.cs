using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Notable.Learning.Files;

namespace Notable.Learning.Graphs;

/// <summary>
/// Provides the tensors of a weights file by name, as float32. Each shape is checked against what the network needs; tensors that no layer
/// used are an error at the end.
/// </summary>
/// <param name="file">The tensors.</param>
/// <param name="path">The file, for messages.</param>
internal sealed class NetworkWeights(TensorFile file, string path)
{
    private readonly HashSet<string> taken = [];

    /// <summary>Returns the elements as float32, in a new pinned array that ONNX Runtime can read in place.</summary>
    /// <exception cref="WeightsFileException">The tensor is missing, or has another shape or type.</exception>
    public float[] Take(string name, params ReadOnlySpan<long> shape)
    {
        var stored = Find(name, shape);
        var values = GC.AllocateUninitializedArray<float>(checked((int)stored.ElementCount), pinned: true);
        var bytes = stored.Data.Span;
        switch (stored.DType)
        {
            case "F32":
                MemoryMarshal.Cast<byte, float>(bytes).CopyTo(values);
                break;
            case "F16":
                TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(bytes), values);
                break;
            case "BF16":
                Convert(MemoryMarshal.Cast<byte, ushort>(bytes), values, bits => BitConverter.Int32BitsToSingle(bits << 16));
                break;
            case "F64":
                Convert(MemoryMarshal.Cast<byte, double>(bytes), values, wide => (float)wide);
                break;
            default:
                throw new WeightsFileException(path, $"tensor {UntrustedText.Quote(name)} of type {stored.DType}", "F16, BF16, F32 or F64");
        }
        return values;
    }

    /// <summary>Accepts the batch counter of a batch-norm. It is not used, and norms in custom heads and bodies lack it.</summary>
    public void TakeCounter(string name)
    {
        if (file.Tensors.ContainsKey(name) && Find(name, []).DType is not "I64" and var type)
            throw new WeightsFileException(path, $"tensor {UntrustedText.Quote(name)} of type {type}", "I64");
    }

    /// <summary>Checks that every tensor of the file was used.</summary>
    /// <exception cref="WeightsFileException">A tensor was not used.</exception>
    public void RequireAllTaken()
    {
        if (file.Tensors.Keys.FirstOrDefault(name => !taken.Contains(name)) is { } extra)
            throw new WeightsFileException(path, $"a tensor {UntrustedText.Quote(extra)} that the network does not have", $"its {taken.Count} tensors only");
    }

    private StoredTensor Find(string name, ReadOnlySpan<long> shape)
    {
        taken.Add(name);
        if (!file.Tensors.TryGetValue(name, out var stored))
            throw new WeightsFileException(path, $"no tensor '{name}'", "every tensor of the network");
        return stored.Shape.AsSpan().SequenceEqual(shape)
            ? stored
            : throw new WeightsFileException(path, $"tensor '{name}' of shape {UntrustedText.Shape(stored.Shape)}", UntrustedText.Shape(shape.ToArray()));
    }

    private static void Convert<T>(ReadOnlySpan<T> from, Span<float> to, Func<T, float> convert)
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = convert(from[i]);
    }
}
