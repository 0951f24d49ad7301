using System.Runtime.InteropServices;

namespace Notable.Torch.Interop;

internal static partial class Native
{
    [LibraryImport(Library)] internal static partial Flag nt_cuda_has_bfloat16();
}
