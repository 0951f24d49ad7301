using System.Runtime.InteropServices;

namespace Notable.Torch.Interop;

internal static partial class Native
{
    [LibraryImport(Library)] internal static partial TensorHandle nt_conv2d(TensorHandle input, TensorHandle weight, TensorHandle bias, ReadOnlySpan<long> stride, ReadOnlySpan<long> padding, ReadOnlySpan<long> dilation, long groups);
    [LibraryImport(Library)] internal static partial TensorHandle nt_batch_norm(TensorHandle input, TensorHandle weight, TensorHandle bias, TensorHandle runningMean, TensorHandle runningVar, Flag training, double momentum, double eps);
    [LibraryImport(Library)] internal static partial TensorHandle nt_linear(TensorHandle input, TensorHandle weight, TensorHandle bias);
    [LibraryImport(Library)] internal static partial TensorHandle nt_dropout(TensorHandle input, double p, Flag training);
    [LibraryImport(Library)] internal static partial TensorHandle nt_max_pool2d(TensorHandle input, ReadOnlySpan<long> kernel, ReadOnlySpan<long> stride, ReadOnlySpan<long> padding, ReadOnlySpan<long> dilation, Flag ceilMode);
    [LibraryImport(Library)] internal static partial TensorHandle nt_avg_pool2d(TensorHandle input, ReadOnlySpan<long> kernel, ReadOnlySpan<long> stride, ReadOnlySpan<long> padding, Flag ceilMode, Flag countIncludePad);
    [LibraryImport(Library)] internal static partial TensorHandle nt_adaptive_avg_pool2d(TensorHandle input, ReadOnlySpan<long> size);
    [LibraryImport(Library)] internal static partial TensorHandle nt_adaptive_max_pool2d(TensorHandle input, ReadOnlySpan<long> size);
    [LibraryImport(Library)] internal static partial TensorHandle nt_softmax(TensorHandle input, long dim, int dtype);
    [LibraryImport(Library)] internal static partial TensorHandle nt_log_softmax(TensorHandle input, long dim, int dtype);
    [LibraryImport(Library)] internal static partial TensorHandle nt_cross_entropy(TensorHandle input, TensorHandle target, TensorHandle weight, long reduction, long ignoreIndex, double labelSmoothing);
    [LibraryImport(Library)] internal static partial TensorHandle nt_mse_loss(TensorHandle input, TensorHandle target, long reduction);
    [LibraryImport(Library)] internal static partial TensorHandle nt_binary_cross_entropy_with_logits(TensorHandle input, TensorHandle target, long reduction);
    [LibraryImport(Library)] internal static partial TensorHandle nt_affine_grid(TensorHandle theta, ReadOnlySpan<long> size, int rank, Flag alignCorners);
    [LibraryImport(Library)] internal static partial TensorHandle nt_grid_sample(TensorHandle input, TensorHandle grid, long mode, long paddingMode, Flag alignCorners);
    [LibraryImport(Library)] internal static partial TensorHandle nt_interpolate(TensorHandle input, ReadOnlySpan<long> size, double vertical, double horizontal, int mode, Flag alignCorners, Flag antialias);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial TensorHandle nt_pad(TensorHandle input, ReadOnlySpan<long> padding, int count, string mode, double value);
    [LibraryImport(Library)] internal static partial Flag nt_dropout_(TensorHandle input, double p, Flag training);
    [LibraryImport(Library)] internal static partial Flag nt_normal_(TensorHandle tensor, double mean, double std, GeneratorHandle generator);
    [LibraryImport(Library)] internal static partial Flag nt_uniform_(TensorHandle tensor, double from, double to, GeneratorHandle generator);
}
