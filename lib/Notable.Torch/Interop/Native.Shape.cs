using System.Runtime.InteropServices;
using TorchSharp;

namespace Notable.Torch.Interop;

internal static partial class Native
{
    [LibraryImport(Library)] internal static partial TensorHandle nt_view(TensorHandle tensor, ReadOnlySpan<long> sizes, int rank);
    [LibraryImport(Library)] internal static partial TensorHandle nt_reshape(TensorHandle tensor, ReadOnlySpan<long> sizes, int rank);
    [LibraryImport(Library)] internal static partial TensorHandle nt_permute(TensorHandle tensor, ReadOnlySpan<long> sizes, int rank);
    [LibraryImport(Library)] internal static partial TensorHandle nt_expand(TensorHandle tensor, ReadOnlySpan<long> sizes, int rank);
    [LibraryImport(Library)] internal static partial TensorHandle nt_flip(TensorHandle tensor, ReadOnlySpan<long> sizes, int rank);
    [LibraryImport(Library)] internal static partial TensorHandle nt_repeat(TensorHandle tensor, ReadOnlySpan<long> sizes, int rank);
    [LibraryImport(Library)] internal static partial TensorHandle nt_flatten(TensorHandle tensor, long first, long last);
    [LibraryImport(Library)] internal static partial TensorHandle nt_transpose(TensorHandle tensor, long first, long second);
    [LibraryImport(Library)] internal static partial TensorHandle nt_unsqueeze(TensorHandle tensor, long dim);
    [LibraryImport(Library)] internal static partial TensorHandle nt_squeeze(TensorHandle tensor);
    [LibraryImport(Library)] internal static partial TensorHandle nt_squeeze_dim(TensorHandle tensor, long dim);
    [LibraryImport(Library)] internal static partial TensorHandle nt_narrow(TensorHandle tensor, long dim, long start, long length);
    [LibraryImport(Library)] internal static partial TensorHandle nt_select(TensorHandle tensor, long dim, long index);
    [LibraryImport(Library)] internal static partial TensorHandle nt_slice(TensorHandle tensor, long dim, long start, long stop, long step);
    [LibraryImport(Library)] internal static partial TensorHandle nt_cat(ReadOnlySpan<nint> tensors, int count, long dim);
    [LibraryImport(Library)] internal static partial TensorHandle nt_stack(ReadOnlySpan<nint> tensors, int count, long dim);
    [LibraryImport(Library)] internal static partial TensorHandle nt_index_select(TensorHandle tensor, long dim, TensorHandle index);
    [LibraryImport(Library)] internal static partial TensorHandle nt_gather(TensorHandle tensor, long dim, TensorHandle index);
    [LibraryImport(Library)] internal static partial TensorHandle nt_masked_select(TensorHandle tensor, TensorHandle mask);
    [LibraryImport(Library)] internal static partial TensorHandle nt_masked_fill(TensorHandle tensor, TensorHandle mask, Scalar value);
    [LibraryImport(Library)] internal static partial TensorHandle nt_where(TensorHandle condition, TensorHandle yes, TensorHandle no);
    [LibraryImport(Library)] internal static partial TensorHandle nt_index(TensorHandle tensor, ReadOnlySpan<nint> indices, int count);
    [LibraryImport(Library)] internal static partial TensorHandle nt_one_hot(TensorHandle tensor, long classes);
}
