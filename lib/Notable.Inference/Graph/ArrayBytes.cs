using System.Buffers;
using System.Runtime.InteropServices;

namespace Notable.Learning.Graphs;

/// <summary>Exposes the bytes of an array without a copy.</summary>
internal sealed class ArrayBytes<T>(T[] array) : MemoryManager<byte>
    where T : unmanaged
{
    public override Span<byte> GetSpan() => MemoryMarshal.AsBytes(array.AsSpan());

    public override unsafe MemoryHandle Pin(int elementIndex = 0)
    {
        var handle = GCHandle.Alloc(array, GCHandleType.Pinned);
        return new((byte*)handle.AddrOfPinnedObject() + elementIndex, handle);
    }

    // Nothing to do: the handle frees itself.
    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
