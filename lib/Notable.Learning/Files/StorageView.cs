using Notable.Learning.Files.Pickling;

namespace Notable.Learning.Files;

/// <summary>Extracts tensors from storages: a slice if a tensor is contiguous, else a row-major copy.</summary>
internal sealed class StorageView(OpenedFile file)
{
    private const int MaxDimensions = 64;

    // Strides can repeat one byte any number of times, so all copies together are limited to the file's size.
    private long copyBudget = file.Length;

    public ReadOnlyMemory<byte> Contiguous(string name, PickledTensor tensor, byte[] storage)
    {
        ElementTypes.TrySize(tensor.Storage.DType, out var size);
        var (shape, strides) = (tensor.Shape, tensor.Strides);
        if (shape.Length > MaxDimensions || shape.Length != strides.Length || tensor.Offset < 0
            || strides.Any(stride => stride < 0) || ElementTypes.ByteCount(shape, size) is not { } bytes)
            throw Refuse("a shape, strides or offset out of range");
        if (bytes == 0)
            return ReadOnlyMemory<byte>.Empty;
        if (LastElement(tensor) >= storage.Length / size)
            throw Refuse($"elements beyond its storage's {storage.Length / size:N0}");
        if (IsContiguous(shape, strides))
            return storage.AsMemory((int)(tensor.Offset * size), (int)bytes);

        copyBudget -= bytes;
        if (copyBudget < 0)
            throw Refuse("strides that repeat elements");
        return Copy(tensor, storage, size, bytes);

        WeightsFileException Refuse(string what)
            => file.Refuse($"tensor {UntrustedText.Quote(name)} {UntrustedText.Shape(shape)} with {what}", "a view within its storage");
    }

    private static Int128 LastElement(PickledTensor tensor)
        => tensor.Shape.Zip(tensor.Strides, (dimension, stride) => (Int128)(dimension - 1) * stride)
            .Aggregate((Int128)tensor.Offset, (sum, step) => sum + step);

    private static bool IsContiguous(long[] shape, long[] strides)
    {
        var expected = 1L;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            // The stride of a dimension of size 1 is never used.
            if (shape[i] != 1 && strides[i] != expected)
                return false;
            expected *= shape[i];
        }
        return true;
    }

    private static byte[] Copy(PickledTensor tensor, byte[] storage, int size, long bytes)
    {
        var copy = new byte[bytes];
        var index = new long[tensor.Shape.Length];
        var source = tensor.Offset;
        for (var target = 0; target < copy.Length; target += size)
        {
            storage.AsSpan((int)(source * size), size).CopyTo(copy.AsSpan(target));
            for (var i = index.Length - 1; i >= 0; i--)
            {
                source += tensor.Strides[i];
                if (++index[i] < tensor.Shape[i])
                    break;
                source -= tensor.Strides[i] * tensor.Shape[i];
                index[i] = 0;
            }
        }
        return copy;
    }
}
