using System.Runtime.InteropServices;

namespace Notable.Torch.Interop;

/// <summary>The shim's entry points, by the topics of its source files. An operation that failed yields null or false.</summary>
internal static partial class Native
{
    internal const string Library = "NotableTorch";

    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, NativeLoader.Resolve);

    [LibraryImport(Library)] internal static partial nint nt_last_error(out int kind);
    [LibraryImport(Library)] internal static partial nint nt_libtorch_version();
    [LibraryImport(Library)] internal static partial nint nt_libtorch_config();
    [LibraryImport(Library)] internal static partial Flag nt_set_num_threads(int threads);
    [LibraryImport(Library)] internal static partial int nt_get_num_threads();
    [LibraryImport(Library)] internal static partial Flag nt_set_threads_here(int threads);
    [LibraryImport(Library)] internal static partial Flag nt_manual_seed(long seed);
    [LibraryImport(Library)] internal static partial GeneratorHandle nt_generator_new(long seed, int device, int index);
    [LibraryImport(Library)] internal static partial void nt_generator_free(nint generator);
    [LibraryImport(Library)] internal static partial Flag nt_generator_seed(GeneratorHandle generator, long seed);

    [LibraryImport(Library)] internal static partial Flag nt_autocast_enter(int device, int dtype, out Flag wasEnabled, out int oldType);
    [LibraryImport(Library)] internal static partial Flag nt_autocast_leave(int device, Flag wasEnabled, int oldType);
}
