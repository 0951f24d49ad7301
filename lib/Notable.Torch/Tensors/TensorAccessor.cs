using System.Collections;
using System.Runtime.InteropServices;

namespace TorchSharp.Utils;

/// <summary>
/// Reads the elements of a tensor, and writes them where they lie row-major on the host; else it holds a copy in managed memory.
/// </summary>
public sealed class TensorAccessor<T> : IDisposable, IReadOnlyCollection<T> where T : unmanaged
{
    private readonly torch.Tensor tensor;
    private readonly T[]? copy;

    internal TensorAccessor(torch.Tensor source)
    {
        tensor = source;
        if (source.device_type == DeviceType.CPU && source.is_contiguous()) return;
        using var host = source.cpu();
        using var plain = host.contiguous();
        copy = MemoryMarshal.Cast<byte, T>(plain.bytes).ToArray();
    }

    /// <summary>How many elements there are.</summary>
    public long Count => copy?.LongLength ?? tensor.numel();

    int IReadOnlyCollection<T>.Count => checked((int)Count);

    /// <summary>The element at a row-major position.</summary>
    /// <exception cref="InvalidOperationException">Written to, but the elements do not lie row-major on the host.</exception>
    public T this[long index]
    {
        get => Elements[checked((int)index)];
        set
        {
            if (copy is not null)
                throw new InvalidOperationException("The tensor does not lie row-major on the host: what is written here would not reach it.");
            Elements[checked((int)index)] = value;
        }
    }

    /// <summary>The elements, row-major, in a new array.</summary>
    public T[] ToArray() => Elements.ToArray();

    /// <summary>Copies the elements, row-major.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0) => Elements.CopyTo(array.AsSpan(arrayIndex));

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Frees nothing: the tensor is its maker's, a copy the collector's. Here so that TorchSharp's <c>using</c> compiles.</summary>
    public void Dispose() { }

    private Span<T> Elements => copy ?? MemoryMarshal.Cast<byte, T>(tensor.bytes);
}
