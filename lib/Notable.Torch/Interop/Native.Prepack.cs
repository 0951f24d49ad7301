using System.Runtime.InteropServices;

namespace Notable.Torch.Interop;

internal static partial class Native
{
    [LibraryImport(Library)] internal static partial Flag nt_can_prepack();
    [LibraryImport(Library)] internal static partial PrepackedHandle nt_conv2d_prepack(TensorHandle weight, TensorHandle bias, ReadOnlySpan<long> stride, ReadOnlySpan<long> padding, ReadOnlySpan<long> dilation, long groups, ReadOnlySpan<long> inputSize);
    [LibraryImport(Library)] internal static partial TensorHandle nt_conv2d_prepacked(TensorHandle input, PrepackedHandle packed);
    [LibraryImport(Library)] internal static partial void nt_prepacked_free(nint packed);
}
