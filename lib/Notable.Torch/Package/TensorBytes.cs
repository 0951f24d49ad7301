using TorchSharp;

namespace Notable.Torch;

/// <summary>Tensors from and to raw bytes: elements row-major, in the machine's (little-endian) byte order.</summary>
public static class TensorBytes
{
    /// <summary>A new tensor on the host with a copy of these bytes.</summary>
    /// <exception cref="ArgumentException">Shape and type take another number of bytes.</exception>
    public static torch.Tensor FromBytes(ReadOnlySpan<byte> bytes, torch.ScalarType type, long[] shape)
    {
        var tensor = torch.empty(shape, type);
        var room = tensor.bytes;
        if (room.Length != bytes.Length)
        {
            var expected = room.Length;
            tensor.Dispose();
            throw new ArgumentException($"A tensor of shape [{string.Join(", ", shape)}] and type {type} takes {expected} bytes; {bytes.Length} were given.");
        }
        bytes.CopyTo(room);
        return tensor;
    }

    /// <summary>A tensor with a copy of the memory: the package cannot lend memory to a tensor.</summary>
    /// <exception cref="ArgumentException">Shape and type take another number of bytes.</exception>
    public static torch.Tensor Over(Memory<byte> memory, torch.ScalarType type, long[] shape) => FromBytes(memory.Span, type, shape);

    /// <summary>A copy of the tensor's bytes, whatever its device and memory order.</summary>
    public static byte[] ToBytes(this torch.Tensor tensor)
    {
        using var host = tensor.cpu();
        using var plain = host.contiguous();
        return plain.bytes.ToArray();
    }
}
