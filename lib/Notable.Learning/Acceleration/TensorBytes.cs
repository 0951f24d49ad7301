using TorchSharp;

namespace Notable.Learning.Acceleration;

/// <summary>Converts tensors from and to raw bytes: elements row by row, in the machine's (little-endian) byte order.</summary>
public static class TensorBytes
{
    /// <summary>Returns a new tensor on the CPU with a copy of these bytes.</summary>
    /// <exception cref="ArgumentException">Shape and type require a different number of bytes.</exception>
    public static torch.Tensor FromBytes(ReadOnlySpan<byte> bytes, torch.ScalarType type, long[] shape)
    {
        var tensor = torch.empty(shape, type);
        if (tensor.NumberOfElements * tensor.ElementSize != bytes.Length)
        {
            var expected = tensor.NumberOfElements * tensor.ElementSize;
            tensor.Dispose();
            throw new ArgumentException($"A tensor of shape [{string.Join(", ", shape)}] and type {type} takes {expected} bytes; {bytes.Length} were given.");
        }
        if (bytes.Length > 0)
            bytes.CopyTo(tensor.bytes);
        return tensor;
    }

    /// <summary>Returns a copy of the tensor's elements as bytes, for any device and memory format.</summary>
    public static byte[] ToBytes(this torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return tensor.cpu().contiguous().bytes.ToArray();
    }
}
