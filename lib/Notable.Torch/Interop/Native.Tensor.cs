using System.Runtime.InteropServices;
using TorchSharp;

namespace Notable.Torch.Interop;

internal static partial class Native
{
    [LibraryImport(Library)] internal static partial TensorHandle nt_create(int fill, ReadOnlySpan<long> size, int rank, int dtype, int device, int index, Flag requiresGrad, GeneratorHandle generator);
    [LibraryImport(Library)] internal static partial TensorHandle nt_create_like(int fill, TensorHandle other, int dtype, int device, int index);
    [LibraryImport(Library)] internal static partial TensorHandle nt_full(ReadOnlySpan<long> size, int rank, Scalar value, int dtype, int device, int index);
    [LibraryImport(Library)] internal static partial TensorHandle nt_arange(Scalar start, Scalar stop, Scalar step, int dtype, int device, int index);
    [LibraryImport(Library)] internal static partial TensorHandle nt_linspace(Scalar start, Scalar stop, long steps, int dtype, int device, int index);
    [LibraryImport(Library)] internal static partial TensorHandle nt_eye(long rows, long columns, int dtype, int device, int index);
    [LibraryImport(Library)] internal static partial TensorHandle nt_randperm(long n, GeneratorHandle generator, int dtype, int device, int index);
    [LibraryImport(Library)] internal static partial TensorHandle nt_randint(long low, long high, ReadOnlySpan<long> size, int rank, GeneratorHandle generator, int dtype, int device, int index);
    [LibraryImport(Library)] internal static partial TensorHandle nt_from_bytes(ReadOnlySpan<byte> bytes, ReadOnlySpan<long> size, int rank, int dtype);
    [LibraryImport(Library)] internal static unsafe partial TensorHandle nt_from_blob(nint data, ReadOnlySpan<long> size, int rank, int dtype, delegate* unmanaged<nint, void> release, nint context);

    [LibraryImport(Library)] internal static partial void nt_free(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long nt_owned_bytes(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int nt_sizes(TensorHandle tensor, Span<long> into, int room);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int nt_strides(TensorHandle tensor, Span<long> into, int room);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long nt_numel(TensorHandle tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int nt_dtype(TensorHandle tensor);
    [LibraryImport(Library), SuppressGCTransition] internal static partial void nt_device(TensorHandle tensor, out int type, out int index);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long nt_element_size(TensorHandle tensor);
    [LibraryImport(Library)] internal static partial nint nt_data_ptr(TensorHandle tensor);
    [LibraryImport(Library)] internal static partial Flag nt_is_contiguous(TensorHandle tensor, int memoryFormat);
    [LibraryImport(Library)] internal static partial TensorHandle nt_contiguous(TensorHandle tensor, int memoryFormat);
    [LibraryImport(Library)] internal static partial Flag nt_is_pinned(TensorHandle tensor, out Flag pinned);
    [LibraryImport(Library)] internal static partial TensorHandle nt_pin_memory(TensorHandle tensor);
    [LibraryImport(Library)] internal static partial Flag nt_item(TensorHandle tensor, out Scalar value);
    [LibraryImport(Library)] internal static partial TensorHandle nt_to(TensorHandle tensor, int dtype, int device, int index, Flag copy, Flag nonBlocking);
    [LibraryImport(Library)] internal static partial TensorHandle nt_alias(TensorHandle tensor);
    [LibraryImport(Library)] internal static partial TensorHandle nt_clone(TensorHandle tensor);
    [LibraryImport(Library)] internal static partial TensorHandle nt_detach(TensorHandle tensor);
    [LibraryImport(Library)] internal static partial Flag nt_detach_(TensorHandle tensor);
    [LibraryImport(Library)] internal static partial Flag nt_copy_(TensorHandle tensor, TensorHandle source, Flag nonBlocking);
    [LibraryImport(Library)] internal static partial Flag nt_fill_(TensorHandle tensor, Scalar value);
    [LibraryImport(Library)] internal static partial Flag nt_set_data(TensorHandle tensor, TensorHandle data);
}
