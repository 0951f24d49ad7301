using System.Buffers;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Notable.Torch.Interop;

/// <summary>Managed memory lent to a tensor: pinned until libtorch lets go of it, on whatever thread that happens.</summary>
internal static unsafe class BorrowedMemory
{
    internal static TensorHandle Tensor(Memory<byte> memory, torch.ScalarType type, ReadOnlySpan<long> shape)
    {
        var pin = memory.Pin();
        var context = GCHandle.Alloc(pin);
        var made = Native.nt_from_blob((nint)pin.Pointer, shape, shape.Length, (int)type, &Release, GCHandle.ToIntPtr(context));
        if (made.IsInvalid)
        {
            context.Free();
            pin.Dispose();
        }
        return made;
    }

    [UnmanagedCallersOnly]
    private static void Release(nint context)
    {
        var handle = GCHandle.FromIntPtr(context);
        var pin = (MemoryHandle)handle.Target!;
        handle.Free();
        pin.Dispose();
    }
}
