using System.Buffers;

namespace Notable.Torch.Interop;

/// <summary>Several tensor handles as the native array a call takes, kept alive until it is disposed.</summary>
internal ref struct HandleList(int capacity)
{
    private readonly nint[] pointers = ArrayPool<nint>.Shared.Rent(Math.Max(capacity, 1));
    private readonly TensorHandle?[] kept = ArrayPool<TensorHandle?>.Shared.Rent(Math.Max(capacity, 1));

    public int Count { get; private set; }

    public readonly ReadOnlySpan<nint> Pointers => pointers.AsSpan(0, Count);

    /// <summary>As many times "no tensor".</summary>
    public static HandleList Absent(int count)
    {
        var list = new HandleList(count);
        for (var i = 0; i < count; i++) list.Add(TensorHandle.None);
        return list;
    }

    public void Add(TensorHandle handle)
    {
        if (!handle.IsInvalid)
        {
            var added = false;
            handle.DangerousAddRef(ref added);
        }
        kept[Count] = handle;
        pointers[Count++] = handle.DangerousGetHandle();
    }

    public readonly void Dispose()
    {
        for (var i = 0; i < Count; i++)
            if (pointers[i] != 0) kept[i]!.DangerousRelease();
        ArrayPool<nint>.Shared.Return(pointers);
        ArrayPool<TensorHandle?>.Shared.Return(kept, clearArray: true);
    }
}
