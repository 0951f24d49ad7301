using System.Runtime.InteropServices;

namespace Notable.Torch.Interop;

internal static partial class Native
{
    [LibraryImport(Library)] internal static partial int nt_cuda_device_count();
    [LibraryImport(Library)] internal static partial Flag nt_cuda_synchronize(long device);
    [LibraryImport(Library)] internal static partial Flag nt_cuda_manual_seed(long seed, Flag all);
    [LibraryImport(Library)] internal static partial Flag nt_cuda_empty_cache();
    [LibraryImport(Library)] internal static partial Flag nt_cuda_memory(int device, out long allocated, out long peak, out long reserved);
    [LibraryImport(Library)] internal static partial Flag nt_cuda_reset_peak(int device);
    [LibraryImport(Library)] internal static partial Flag nt_cudnn_benchmark();
    [LibraryImport(Library)] internal static partial Flag nt_set_cudnn_benchmark(Flag on);
    [LibraryImport(Library)] internal static partial Flag nt_cudnn_allow_tf32();
    [LibraryImport(Library)] internal static partial Flag nt_set_cudnn_allow_tf32(Flag on);
    [LibraryImport(Library)] internal static partial Flag nt_cublas_allow_tf32();
    [LibraryImport(Library)] internal static partial Flag nt_set_cublas_allow_tf32(Flag on);
    [LibraryImport(Library)] internal static partial Flag nt_deterministic();
    [LibraryImport(Library)] internal static partial Flag nt_set_deterministic(Flag on);
}
