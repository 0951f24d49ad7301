using Notable.Torch.Interop;
using TorchSharp;

namespace Notable.Torch;

/// <summary>Tensors from and to raw bytes: elements row-major, in the machine's (little-endian) byte order.</summary>
public static class TensorBytes
{
    /// <summary>A new tensor on the host with a copy of these bytes.</summary>
    /// <exception cref="ArgumentException">Shape and type take another number of bytes.</exception>
    public static torch.Tensor FromBytes(ReadOnlySpan<byte> bytes, torch.ScalarType type, long[] shape) => torch.FromBytes(bytes, type, shape);

    /// <summary>
    /// A tensor over managed memory, without a copy: writing to one changes the other. The memory stays pinned until the tensor
    /// and all views of it are disposed. Not in a dispose scope that ends later than the memory is wanted elsewhere.
    /// </summary>
    /// <exception cref="ArgumentException">Shape and type take another number of bytes.</exception>
    public static torch.Tensor Over(Memory<byte> memory, torch.ScalarType type, long[] shape)
    {
        Shapes.CheckBytes(memory.Length, type, shape);
        return memory.IsEmpty ? torch.empty(shape, type) : torch.Tensor.Of(BorrowedMemory.Tensor(memory, type, shape));
    }

    /// <summary>A copy of the tensor's bytes, whatever its device and memory order.</summary>
    public static byte[] ToBytes(this torch.Tensor tensor)
    {
        using var host = tensor.cpu();
        using var plain = host.contiguous();
        return plain.bytes.ToArray();
    }
}
