using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Notable.Torch.Interop;

namespace Notable.Torch;

/// <summary>Which libtorch this process runs on, and with how many threads.</summary>
public static partial class Runtime
{
    /// <summary>The version of the libtorch whose headers the native half was compiled with, for example <c>1.13.1</c>.</summary>
    public static string LibtorchVersion => Marshal.PtrToStringUTF8(Native.nt_libtorch_version()) ?? "";

    /// <summary>What the libtorch that was loaded says of its build: compiler, BLAS, processor kernels, CUDA; several lines.</summary>
    public static string LibtorchConfig => Marshal.PtrToStringUTF8(Native.nt_libtorch_config()) ?? "";

    /// <summary>
    /// The version of the libtorch that was loaded, by its own word. Debian's 1.13.1 calls itself 1.13.0; where the first two
    /// numbers differ from <see cref="LibtorchVersion"/>, it was replaced since the native half was compiled. Null where it
    /// does not tell.
    /// </summary>
    public static string? LoadedLibtorchVersion => TorchVersion().Match(LibtorchConfig) is { Success: true } told ? told.Groups[1].Value : null;

    /// <summary>The full path of the native half that was loaded.</summary>
    /// <exception cref="TorchLoadException">It could not be loaded.</exception>
    public static string LibraryPath => NativeLoader.Path;

    /// <summary>The full path of the libtorch that was loaded with it, or null where the system does not tell.</summary>
    public static string? LibtorchPath => Libraries
        .FirstOrDefault(path => Path.GetFileName(path).StartsWith("libtorch_cpu.so", StringComparison.Ordinal));

    /// <summary>The full paths of all shared libraries of this process, libtorch's among them; empty where the system does not tell.</summary>
    /// <exception cref="TorchLoadException">libtorch could not be loaded.</exception>
    public static IReadOnlyList<string> Libraries
    {
        get
        {
            _ = LibraryPath;
            return LoadedLibraries.Paths();
        }
    }

    /// <summary>
    /// Threads one operation may use: all cores at start, or <c>NOTABLE_THREADS</c>. A change holds for threads that call
    /// libtorch for the first time afterwards, and for the calling one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public static int Threads
    {
        get => Native.nt_get_num_threads();
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            NativeError.Check(Native.nt_set_num_threads(value));
        }
    }

    [GeneratedRegex(@"TORCH_VERSION=([\w.+]+)")]
    private static partial Regex TorchVersion();
}
