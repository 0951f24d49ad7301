using System.Runtime.InteropServices;

namespace Notable.Torch.Interop;

internal static partial class Native
{
    [LibraryImport(Library)] internal static partial TensorHandle nt_augment(TensorHandle pixels, ReadOnlySpan<float> maps, ReadOnlySpan<float> lights, ReadOnlySpan<float> mean, ReadOnlySpan<float> std, long height, long width);
}
