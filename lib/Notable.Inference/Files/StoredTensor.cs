namespace Notable.Learning.Files;

/// <summary>A tensor as stored in a file: little-endian, row-major, contiguous. Independent of libtorch.</summary>
/// <param name="Name">The tensor's name in the model, for example <c>layer1.0.conv1.weight</c>.</param>
/// <param name="DType">
/// The element type as safetensors names it:
/// <c>BOOL U8 I8 U16 I16 F16 BF16 U32 I32 F32 U64 I64 F64 F8_E4M3 F8_E5M2</c>.
/// </param>
/// <param name="Shape">The size of every dimension; empty for a scalar.</param>
/// <param name="Data">The elements: the product of <paramref name="Shape"/> times <see cref="ElementSize"/> bytes.</param>
public sealed record StoredTensor(string Name, string DType, long[] Shape, ReadOnlyMemory<byte> Data)
{
    /// <summary>Size of one element in bytes.</summary>
    /// <exception cref="ArgumentException"><see cref="DType"/> is not an element type of safetensors.</exception>
    public int ElementSize => ElementTypes.TrySize(DType, out var size)
        ? size
        : throw new ArgumentException($"tensor '{Name}' has the element type '{DType}'; expected one of {ElementTypes.All}");

    /// <summary>Number of elements.</summary>
    /// <exception cref="OverflowException">The product of the dimensions does not fit into 64 bits.</exception>
    public long ElementCount => Shape.Aggregate(1L, (product, dimension) => checked(product * dimension));
}
