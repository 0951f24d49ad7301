using System.Runtime.InteropServices;
using TorchSharp;

namespace Notable.Torch.Interop;

internal static partial class Native
{
    [LibraryImport(Library)] internal static partial TensorHandle nt_sum(TensorHandle a, int dtype);
    [LibraryImport(Library)] internal static partial TensorHandle nt_sum_dims(TensorHandle a, ReadOnlySpan<long> dims, int count, Flag keepdim, int dtype);
    [LibraryImport(Library)] internal static partial TensorHandle nt_mean(TensorHandle a, int dtype);
    [LibraryImport(Library)] internal static partial TensorHandle nt_mean_dims(TensorHandle a, ReadOnlySpan<long> dims, int count, Flag keepdim, int dtype);
    [LibraryImport(Library)] internal static partial TensorHandle nt_std(TensorHandle a, Flag unbiased);
    [LibraryImport(Library)] internal static partial TensorHandle nt_std_dims(TensorHandle a, ReadOnlySpan<long> dims, int count, Flag unbiased, Flag keepdim);
    [LibraryImport(Library)] internal static partial TensorHandle nt_norm(TensorHandle a, Scalar p);
    [LibraryImport(Library)] internal static partial TensorHandle nt_cumsum(TensorHandle a, long dim);
    [LibraryImport(Library)] internal static partial TensorHandle nt_argmax_dim(TensorHandle a, long dim, Flag keepdim);
    [LibraryImport(Library)] internal static partial TensorHandle nt_argmin_dim(TensorHandle a, long dim, Flag keepdim);
    [LibraryImport(Library)] internal static partial TensorHandle nt_argsort(TensorHandle a, long dim, Flag descending);
    [LibraryImport(Library)] internal static partial Flag nt_topk(TensorHandle a, long k, long dim, Flag largest, Flag sorted, out TensorHandle values, out TensorHandle indexes);
    [LibraryImport(Library)] internal static partial Flag nt_sort(TensorHandle a, long dim, Flag descending, out TensorHandle values, out TensorHandle indexes);
    [LibraryImport(Library)] internal static partial Flag nt_max_dim(TensorHandle a, long dim, Flag keepdim, out TensorHandle values, out TensorHandle indexes);
    [LibraryImport(Library)] internal static partial Flag nt_min_dim(TensorHandle a, long dim, Flag keepdim, out TensorHandle values, out TensorHandle indexes);
}
